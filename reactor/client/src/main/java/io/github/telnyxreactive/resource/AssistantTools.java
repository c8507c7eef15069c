package io.github.telnyxreactive.resource;

import io.github.telnyxreactive.internal.exchange.Exchange;
import io.github.telnyxreactive.model.tooltest.TestWebhookToolRequest;
import io.github.telnyxreactive.model.tooltest.TestWebhookToolResponse;
import io.github.telnyxreactive.operation.AssistantToolOperations;
import reactor.core.publisher.Mono;

/**
 * The shared tools of single assistants.
 *
 * <p>Nothing is sent before there is a subscriber, and each subscriber makes a call of its own; cancelling closes the
 * exchange. Errors are of type {@link io.github.telnyxreactive.error.TelnyxException}. An id that is {@code null} or empty
 * is refused at once with an {@link IllegalArgumentException}, a request that breaks the limits of the contract with an
 * {@link io.github.telnyxreactive.error.InvalidRequestException} when there is a subscriber.
 */
public final class AssistantTools {

    private final Exchange exchange;

    AssistantTools(Exchange exchange) {
        this.exchange = exchange;
    }

    /**
     * Takes a tool from an assistant: {@code DELETE /ai/assistants/{assistant_id}/tools/{tool_id}}.
     *
     * @param assistantId the id of the assistant
     * @param toolId the id of the tool
     * @return completes when it is done
     */
    public Mono<Void> remove(String assistantId, String toolId) {
        return exchange.execute(AssistantToolOperations.remove(assistantId, toolId));
    }

    /**
     * Gives a tool to an assistant: {@code PUT /ai/assistants/{assistant_id}/tools/{tool_id}}.
     *
     * @param assistantId the id of the assistant
     * @param toolId the id of the tool
     * @return completes when it is done
     */
    public Mono<Void> add(String assistantId, String toolId) {
        return exchange.execute(AssistantToolOperations.add(assistantId, toolId));
    }

    /**
     * Tries a webhook: {@code POST /ai/assistants/{assistant_id}/tools/{tool_id}/test}. The service takes no
     * idempotency key here, so the call is not repeated when its outcome is unknown.
     *
     * @param assistantId the id of the assistant
     * @param toolId the id of the tool
     * @param request what to send
     * @return what came of it
     */
    public Mono<TestWebhookToolResponse> test(String assistantId, String toolId, TestWebhookToolRequest request) {
        return exchange.execute(AssistantToolOperations.test(assistantId, toolId, request));
    }
}
