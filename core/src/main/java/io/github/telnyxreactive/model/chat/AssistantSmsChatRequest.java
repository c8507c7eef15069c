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
 * A text message that an assistant sends.
 *
 * <p>API schema: {@code AssistantSmsChatReq}.
 *
 * @param from the phone number that sends, in E.164
 * @param to the phone number that receives, in E.164
 * @param conversationMetadata texts, whole numbers and truth values to keep with the conversation
 * @param shouldCreateConversation whether a conversation is begun
 * @param text the message; the greeting, or one that the assistant writes, where this is absent
 * @param additionalProperties the fields that have no component here, as they came; never {@code null}
 */
@Model
public record AssistantSmsChatRequest(
        @PhoneNumber String from,
        @PhoneNumber String to,
        @Omittable Map<String, JsonNode> conversationMetadata,
        @Nullable Boolean shouldCreateConversation,
        @Nullable String text,
        @Omittable @JsonAnySetter @JsonAnyGetter Map<String, JsonNode> additionalProperties) {

    /** Checks that what is required is there, and copies what could change. */
    public AssistantSmsChatRequest {
        Models.required(from, "from");
        Models.required(to, "to");
        conversationMetadata = Models.map(conversationMetadata);
        additionalProperties = Models.map(additionalProperties);
    }

    /**
     * Starts a new value, with the required components first.
     *
     * @return the first stage of the builder
     */
    public static AssistantSmsChatRequestBuilder.FromStage builder() {
        return AssistantSmsChatRequestBuilder.builder();
    }

    /**
     * Starts from this value, to change some of it.
     *
     * @return a builder that holds every component of this value
     */
    public AssistantSmsChatRequestBuilder toBuilder() {
        return AssistantSmsChatRequestBuilder.builder(this);
    }
}
