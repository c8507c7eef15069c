package io.github.telnyxreactive.resource;

import io.github.telnyxreactive.call.Calls;
import io.github.telnyxreactive.model.canarydeploy.CanaryDeploy;
import io.github.telnyxreactive.model.canarydeploy.CanaryDeployRequest;
import io.github.telnyxreactive.operation.CanaryDeployOperations;
import reactor.core.publisher.Mono;

/**
 * Canary deploys, which route a share of the conversations to other versions of an assistant.
 *
 * <p>Nothing is sent before subscription, and each subscription makes its own call; cancelling it cancels the request.
 * Errors are of type {@link io.github.telnyxreactive.error.TelnyxException}. An id that is {@code null} or blank is
 * rejected immediately with an {@link IllegalArgumentException}, a request that violates the limits of the API with an
 * {@link io.github.telnyxreactive.error.InvalidRequestException} on subscription.
 */
public final class CanaryDeploys {

    private final Calls calls;

    CanaryDeploys(Calls calls) {
        this.calls = calls;
    }

    /**
     * Deletes the canary deploy of an assistant: {@code DELETE /ai/assistants/{assistant_id}/canary-deploys}.
     *
     * @param assistantId the id of the assistant
     * @return completes when the canary deploy has been deleted
     */
    public Mono<Void> delete(String assistantId) {
        return calls.execute(CanaryDeployOperations.delete(assistantId));
    }

    /**
     * Retrieves the canary deploy of an assistant: {@code GET /ai/assistants/{assistant_id}/canary-deploys}.
     *
     * @param assistantId the id of the assistant
     * @return the canary deploy
     */
    public Mono<CanaryDeploy> retrieve(String assistantId) {
        return calls.execute(CanaryDeployOperations.retrieve(assistantId));
    }

    /**
     * Creates the canary deploy of an assistant: {@code POST /ai/assistants/{assistant_id}/canary-deploys}. The
     * attempts of a subscription share an idempotency key.
     *
     * @param assistantId the id of the assistant
     * @param request the new canary deploy
     * @return the created canary deploy
     */
    public Mono<CanaryDeploy> create(String assistantId, CanaryDeployRequest request) {
        return calls.execute(CanaryDeployOperations.create(assistantId, request));
    }

    /**
     * Replaces the canary deploy of an assistant: {@code PUT /ai/assistants/{assistant_id}/canary-deploys}.
     *
     * @param assistantId the id of the assistant
     * @param request the new canary deploy
     * @return the updated canary deploy
     */
    public Mono<CanaryDeploy> update(String assistantId, CanaryDeployRequest request) {
        return calls.execute(CanaryDeployOperations.update(assistantId, request));
    }
}
