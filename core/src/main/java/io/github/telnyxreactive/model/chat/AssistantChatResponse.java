package io.github.telnyxreactive.model.chat;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import io.github.telnyxreactive.internal.model.Models;
import io.github.telnyxreactive.model.Model;
import io.github.telnyxreactive.model.Omittable;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * The answer of an assistant.
 *
 * <p>API schema: {@code AssistantChatResponse}.
 *
 * @param content the whole answer
 * @param additionalProperties the fields that have no component here, as they came; never {@code null}
 */
@Model
public record AssistantChatResponse(
        String content,
        @Omittable @JsonAnySetter @JsonAnyGetter Map<String, JsonNode> additionalProperties) {

    /** Checks that what is required is there, and copies what could change. */
    public AssistantChatResponse {
        Models.required(content, "content");
        additionalProperties = Models.map(additionalProperties);
    }

    /**
     * Starts a new value, with the required components first.
     *
     * @return the first stage of the builder
     */
    public static AssistantChatResponseBuilder.ContentStage builder() {
        return AssistantChatResponseBuilder.builder();
    }

    /**
     * Starts from this value, to change some of it.
     *
     * @return a builder that holds every component of this value
     */
    public AssistantChatResponseBuilder toBuilder() {
        return AssistantChatResponseBuilder.builder(this);
    }
}
