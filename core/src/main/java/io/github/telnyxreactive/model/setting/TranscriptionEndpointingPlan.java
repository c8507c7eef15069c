package io.github.telnyxreactive.model.setting;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import io.github.telnyxreactive.internal.model.Models;
import io.github.telnyxreactive.model.Model;
import io.github.telnyxreactive.model.Omittable;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * How long to wait after the user has spoken.
 *
 * <p>API schema: {@code TranscriptionEndpointingPlan}.
 *
 * @param onNoPunctuationSeconds the wait in seconds after a transcript that ends without punctuation
 * @param onNumberSeconds the wait in seconds after a transcript that ends with a number
 * @param onPunctuationSeconds the wait in seconds after a transcript that ends with punctuation
 * @param additionalProperties unknown fields, and known ones that are {@code null} or cannot be read, kept as received;
 *     never {@code null}
 */
@Model
public record TranscriptionEndpointingPlan(
        @Nullable Double onNoPunctuationSeconds,
        @Nullable Double onNumberSeconds,
        @Nullable Double onPunctuationSeconds,
        @Omittable @JsonAnySetter @JsonAnyGetter Map<String, JsonNode> additionalProperties) {

    /** Copies collections. */
    public TranscriptionEndpointingPlan {
        additionalProperties = Models.map(additionalProperties);
    }

    /**
     * Returns a builder.
     *
     * @return a new builder
     */
    public static TranscriptionEndpointingPlanBuilder builder() {
        return TranscriptionEndpointingPlanBuilder.builder();
    }

    /**
     * Returns a builder initialized with the components of this value.
     *
     * @return a new builder
     */
    public TranscriptionEndpointingPlanBuilder toBuilder() {
        return TranscriptionEndpointingPlanBuilder.builder(this);
    }
}
