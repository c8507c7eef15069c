package io.github.telnyxreactive.operation;

import io.github.telnyxreactive.model.tooltest.TestWebhookToolRequest;
import io.github.telnyxreactive.model.tooltest.TestWebhookToolResponse;
import java.util.Objects;

/** Operations on the shared tools of an assistant. */
public final class AssistantToolOperations {

    /** Removes a shared tool from an assistant. */
    public static final Endpoint<Void> REMOVE = Endpoint.delete(
                    "assistants.tools.remove", "/ai/assistants/{assistant_id}/tools/{tool_id}")
            .returning(ResponseReader.nothing());

    /** Adds a shared tool to an assistant. */
    public static final Endpoint<Void> ADD = Endpoint.put(
                    "assistants.tools.add", "/ai/assistants/{assistant_id}/tools/{tool_id}")
            .returning(ResponseReader.nothing());

    /** Tests a webhook tool. */
    public static final Endpoint<TestWebhookToolResponse> TEST = Endpoint.post(
                    "assistants.tools.test", "/ai/assistants/{assistant_id}/tools/{tool_id}/test")
            .body(TestWebhookToolRequest.class)
            .returning(ResponseReader.objectIn("data", TestWebhookToolResponse.class));

    private AssistantToolOperations() {}

    /**
     * Removes a shared tool from an assistant.
     *
     * @param assistantId the id of the assistant
     * @param toolId the id of the tool
     * @return the operation
     */
    public static Operation<Void> remove(String assistantId, String toolId) {
        return REMOVE.call(assistantId, toolId);
    }

    /**
     * Adds a shared tool to an assistant.
     *
     * @param assistantId the id of the assistant
     * @param toolId the id of the tool
     * @return the operation
     */
    public static Operation<Void> add(String assistantId, String toolId) {
        return ADD.call(assistantId, toolId);
    }

    /**
     * Tests a webhook tool.
     *
     * @param assistantId the id of the assistant
     * @param toolId the id of the tool
     * @param request the body of the request
     * @return the operation
     */
    public static Operation<TestWebhookToolResponse> test(
            String assistantId, String toolId, TestWebhookToolRequest request) {
        return TEST.call(assistantId, toolId).withBody(Objects.requireNonNull(request, "request"));
    }
}
