package io.github.telnyxreactive.model.chat;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import io.github.telnyxreactive.internal.model.Models;
import io.github.telnyxreactive.model.Model;
import io.github.telnyxreactive.model.Omittable;
import io.github.telnyxreactive.model.limit.PhoneNumber;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A request to send a text message from an assistant.
 *
 * <p>API schema: {@code AssistantSmsChatReq}.
 *
 * @param from the phone number of the sender, in E.164
 * @param to the phone number of the recipient, in E.164
 * @param conversationMetadata strings, integers and booleans to store with the conversation
 * @param shouldCreateConversation whether to create a conversation
 * @param text the message; if absent, the greeting or a message that the assistant writes
 * @param additionalProperties unknown fields, and known ones that are {@code null} or cannot be read, kept as received;
 *     never {@code null}
 */
@Model
public record AssistantSmsChatRequest(
        @PhoneNumber String from,
        @PhoneNumber String to,
        @Omittable Map<String, JsonNode> conversationMetadata,
        @Nullable Boolean shouldCreateConversation,
        @Nullable String text,
        @Omittable @JsonAnySetter @JsonAnyGetter Map<String, JsonNode> additionalProperties) {

    /** Validates required components and copies collections. */
    public AssistantSmsChatRequest {
        Models.required(from, "from");
        Models.required(to, "to");
        conversationMetadata = Models.map(conversationMetadata);
        additionalProperties = Models.map(additionalProperties);
    }

    /**
     * Returns a builder; required components come first.
     *
     * @return the first stage of the builder
     */
    public static AssistantSmsChatRequestBuilder.FromStage builder() {
        return AssistantSmsChatRequestBuilder.builder();
    }

    /**
     * Returns a builder initialized with the components of this value.
     *
     * @return a new builder
     */
    public AssistantSmsChatRequestBuilder toBuilder() {
        return AssistantSmsChatRequestBuilder.builder(this);
    }
}
