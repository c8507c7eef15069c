package io.github.telnyxreactive.resource;

import io.github.telnyxreactive.internal.exchange.Exchange;
import io.github.telnyxreactive.model.canarydeploy.CanaryDeploy;
import io.github.telnyxreactive.model.canarydeploy.CanaryDeployRequest;
import io.github.telnyxreactive.operation.CanaryDeployOperations;
import reactor.core.publisher.Mono;

/**
 * Canary deploys: versions that are tried out on a part of the conversations.
 *
 * <p>Nothing is sent before there is a subscriber, and each subscriber makes a call of its own; cancelling closes the
 * exchange. Errors are of type {@link io.github.telnyxreactive.error.TelnyxException}. An id that is {@code null} or empty
 * is refused at once with an {@link IllegalArgumentException}, a request that breaks the limits of the contract with an
 * {@link io.github.telnyxreactive.error.InvalidRequestException} when there is a subscriber.
 */
public final class CanaryDeploys {

    private final Exchange exchange;

    CanaryDeploys(Exchange exchange) {
        this.exchange = exchange;
    }

    /**
     * Ends the canary deploy of an assistant: {@code DELETE /ai/assistants/{assistant_id}/canary-deploys}.
     *
     * @param assistantId the id of the assistant
     * @return completes when it is done
     */
    public Mono<Void> delete(String assistantId) {
        return exchange.execute(CanaryDeployOperations.delete(assistantId));
    }

    /**
     * Reads the canary deploy of an assistant: {@code GET /ai/assistants/{assistant_id}/canary-deploys}.
     *
     * @param assistantId the id of the assistant
     * @return the canary deploy as it is now
     */
    public Mono<CanaryDeploy> retrieve(String assistantId) {
        return exchange.execute(CanaryDeployOperations.retrieve(assistantId));
    }

    /**
     * Starts a canary deploy: {@code POST /ai/assistants/{assistant_id}/canary-deploys}. Each subscription makes a
     * call of its own, with an idempotency key that its attempts share.
     *
     * @param assistantId the id of the assistant
     * @param request what to send
     * @return the canary deploy as it is now
     */
    public Mono<CanaryDeploy> create(String assistantId, CanaryDeployRequest request) {
        return exchange.execute(CanaryDeployOperations.create(assistantId, request));
    }

    /**
     * Replaces the canary deploy of an assistant: {@code PUT /ai/assistants/{assistant_id}/canary-deploys}.
     *
     * @param assistantId the id of the assistant
     * @param request what to send
     * @return the canary deploy as it is now
     */
    public Mono<CanaryDeploy> update(String assistantId, CanaryDeployRequest request) {
        return exchange.execute(CanaryDeployOperations.update(assistantId, request));
    }
}
