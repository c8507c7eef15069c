package io.github.telnyxreactive.model.chat;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import io.github.telnyxreactive.internal.model.Models;
import io.github.telnyxreactive.model.Model;
import io.github.telnyxreactive.model.Omittable;
import io.github.telnyxreactive.model.limit.Length;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A message to an assistant.
 *
 * <p>API schema: {@code AssistantChatReq}.
 *
 * @param content the message
 * @param conversationId the id of the conversation that the message belongs to
 * @param name the name of the sender
 * @param additionalProperties unknown fields, and known ones that are {@code null} or cannot be read, kept as received;
 *     never {@code null}
 */
@Model
public record AssistantChatRequest(
        String content,
        @Length(min = 1) String conversationId,
        @Nullable String name,
        @Omittable @JsonAnySetter @JsonAnyGetter Map<String, JsonNode> additionalProperties) {

    /** Validates required components and copies collections. */
    public AssistantChatRequest {
        Models.required(content, "content");
        Models.required(conversationId, "conversation_id");
        additionalProperties = Models.map(additionalProperties);
    }

    /**
     * Returns a builder; required components come first.
     *
     * @return the first stage of the builder
     */
    public static AssistantChatRequestBuilder.ContentStage builder() {
        return AssistantChatRequestBuilder.builder();
    }

    /**
     * Returns a builder initialized with the components of this value.
     *
     * @return a new builder
     */
    public AssistantChatRequestBuilder toBuilder() {
        return AssistantChatRequestBuilder.builder(this);
    }
}
