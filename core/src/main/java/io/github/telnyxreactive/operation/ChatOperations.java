package io.github.telnyxreactive.operation;

import io.github.telnyxreactive.json.TelnyxJson;
import io.github.telnyxreactive.model.chat.AssistantChatRequest;
import io.github.telnyxreactive.model.chat.AssistantChatResponse;
import io.github.telnyxreactive.model.chat.AssistantSmsChatRequest;
import io.github.telnyxreactive.model.chat.AssistantSmsChatResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import tools.jackson.databind.JsonNode;

/** Operations on chats. */
public final class ChatOperations {

    /** Sends a message to an assistant and returns its complete reply. */
    public static final Endpoint<AssistantChatResponse> CHAT = Endpoint.post(
                    "assistants.chat", "/ai/assistants/{assistant_id}/chat")
            .body(AssistantChatRequest.class)
            .returning(ResponseReader.of(AssistantChatResponse.class));

    /** Sends a text message from an assistant. */
    public static final Endpoint<AssistantSmsChatResponse> SEND_SMS = Endpoint.post(
                    "assistants.sendSms", "/ai/assistants/{assistant_id}/chat/sms")
            .body(AssistantSmsChatRequest.class)
            .idempotentByKey()
            .returning(ResponseReader.of(AssistantSmsChatResponse.class));

    private ChatOperations() {}

    /**
     * Sends a message to an assistant and returns its complete reply.
     *
     * @param assistantId the id of the assistant
     * @param request the body of the request
     * @return the operation
     */
    public static Operation<AssistantChatResponse> chat(String assistantId, AssistantChatRequest request) {
        return CHAT.call(assistantId).withBody(Objects.requireNonNull(request, "request"));
    }

    /**
     * Sends a text message from an assistant.
     *
     * @param assistantId the id of the assistant
     * @param request the body of the request
     * @return the operation
     */
    public static Operation<AssistantSmsChatResponse> sendSms(String assistantId, AssistantSmsChatRequest request) {
        return SEND_SMS.call(assistantId).withBody(Objects.requireNonNull(request, "request"));
    }

    /**
     * Sends a message to an assistant and streams its reply.
     *
     * @param assistantId the id of the assistant
     * @param request the body of the request
     * @return the operation, to be executed as a stream of events
     */
    public static Operation<AssistantChatResponse> chatStream(String assistantId, AssistantChatRequest request) {
        Objects.requireNonNull(request, "request");
        Map<String, JsonNode> more = new LinkedHashMap<>(request.additionalProperties());
        more.put("stream", TelnyxJson.toTree(true));
        return chat(assistantId, request.toBuilder().additionalProperties(more).build());
    }
}
