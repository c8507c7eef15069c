package io.github.telnyxreactive.model.chat;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import io.github.telnyxreactive.internal.model.Models;
import io.github.telnyxreactive.model.Model;
import io.github.telnyxreactive.model.Omittable;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The confirmation of a text message.
 *
 * <p>API schema: {@code AssistantSmsChatResponse}.
 *
 * @param conversationId the id of the conversation
 * @param additionalProperties the fields that have no component here, as they came; never {@code null}
 */
@Model
public record AssistantSmsChatResponse(
        @Nullable String conversationId,
        @Omittable @JsonAnySetter @JsonAnyGetter Map<String, JsonNode> additionalProperties) {

    /** Checks that what is required is there, and copies what could change. */
    public AssistantSmsChatResponse {
        additionalProperties = Models.map(additionalProperties);
    }

    /**
     * Starts a new value.
     *
     * @return the first stage of the builder
     */
    public static AssistantSmsChatResponseBuilder.AssistantSmsChatResponseBuilderStage builder() {
        return AssistantSmsChatResponseBuilder.builder();
    }

    /**
     * Starts from this value, to change some of it.
     *
     * @return a builder that holds every component of this value
     */
    public AssistantSmsChatResponseBuilder toBuilder() {
        return AssistantSmsChatResponseBuilder.builder(this);
    }
}
