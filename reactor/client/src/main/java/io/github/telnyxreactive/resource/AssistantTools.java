package io.github.telnyxreactive.resource;

import io.github.telnyxreactive.call.Calls;
import io.github.telnyxreactive.model.tooltest.TestWebhookToolRequest;
import io.github.telnyxreactive.model.tooltest.TestWebhookToolResponse;
import io.github.telnyxreactive.operation.AssistantToolOperations;
import reactor.core.publisher.Mono;

/**
 * The shared tools of an assistant.
 *
 * <p>Nothing is sent before subscription, and each subscription makes its own call; cancelling it cancels the request.
 * Errors are of type {@link io.github.telnyxreactive.error.TelnyxException}. An id that is {@code null} or blank is
 * rejected immediately with an {@link IllegalArgumentException}, a request that violates the limits of the API with an
 * {@link io.github.telnyxreactive.error.InvalidRequestException} on subscription.
 */
public final class AssistantTools {

    private final Calls calls;

    AssistantTools(Calls calls) {
        this.calls = calls;
    }

    /**
     * Removes a tool from an assistant: {@code DELETE /ai/assistants/{assistant_id}/tools/{tool_id}}.
     *
     * @param assistantId the id of the assistant
     * @param toolId the id of the tool
     * @return completes when the tool has been removed
     */
    public Mono<Void> remove(String assistantId, String toolId) {
        return calls.execute(AssistantToolOperations.remove(assistantId, toolId));
    }

    /**
     * Adds a tool to an assistant: {@code PUT /ai/assistants/{assistant_id}/tools/{tool_id}}.
     *
     * @param assistantId the id of the assistant
     * @param toolId the id of the tool
     * @return completes when the tool has been added
     */
    public Mono<Void> add(String assistantId, String toolId) {
        return calls.execute(AssistantToolOperations.add(assistantId, toolId));
    }

    /**
     * Tests a webhook tool: {@code POST /ai/assistants/{assistant_id}/tools/{tool_id}/test}. The service takes no
     * idempotency key here, so the request is not repeated if its outcome is unknown.
     *
     * @param assistantId the id of the assistant
     * @param toolId the id of the tool
     * @param request the arguments and variables of the test
     * @return the result of the test
     */
    public Mono<TestWebhookToolResponse> test(String assistantId, String toolId, TestWebhookToolRequest request) {
        return calls.execute(AssistantToolOperations.test(assistantId, toolId, request));
    }
}
