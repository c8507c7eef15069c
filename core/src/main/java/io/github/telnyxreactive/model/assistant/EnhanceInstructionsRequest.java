package io.github.telnyxreactive.model.assistant;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import io.github.telnyxreactive.internal.model.Models;
import io.github.telnyxreactive.model.Model;
import io.github.telnyxreactive.model.Omittable;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A request to improve the instructions of an assistant.
 *
 * <p>API schema: {@code EnhanceInstructionsRequest}.
 *
 * @param instructions the instructions to improve; if absent, those of the assistant
 * @param enhancementPrompt what to change, in addition to fixing the problems found
 * @param additionalProperties unknown fields, and known ones that are {@code null} or cannot be read, kept as received;
 *     never {@code null}
 */
@Model
public record EnhanceInstructionsRequest(
        @Nullable String instructions,
        @Nullable String enhancementPrompt,
        @Omittable @JsonAnySetter @JsonAnyGetter Map<String, JsonNode> additionalProperties) {

    /** Copies collections. */
    public EnhanceInstructionsRequest {
        additionalProperties = Models.map(additionalProperties);
    }

    /**
     * Returns a builder.
     *
     * @return a new builder
     */
    public static EnhanceInstructionsRequestBuilder builder() {
        return EnhanceInstructionsRequestBuilder.builder();
    }

    /**
     * Returns a builder initialized with the components of this value.
     *
     * @return a new builder
     */
    public EnhanceInstructionsRequestBuilder toBuilder() {
        return EnhanceInstructionsRequestBuilder.builder(this);
    }
}
