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
 * How long to wait after what was said.
 *
 * <p>API schema: {@code TranscriptionEndpointingPlan}.
 *
 * @param onNoPunctuationSeconds in seconds, after words without punctuation
 * @param onNumberSeconds in seconds, after a number
 * @param onPunctuationSeconds in seconds, after punctuation
 * @param additionalProperties the fields that have no component here, as they came; never {@code null}
 */
@Model
public record TranscriptionEndpointingPlan(
        @Nullable Double onNoPunctuationSeconds,
        @Nullable Double onNumberSeconds,
        @Nullable Double onPunctuationSeconds,
        @Omittable @JsonAnySetter @JsonAnyGetter Map<String, JsonNode> additionalProperties) {

    /** Checks that what is required is there, and copies what could change. */
    public TranscriptionEndpointingPlan {
        additionalProperties = Models.map(additionalProperties);
    }

    /**
     * Starts a new value.
     *
     * @return the first stage of the builder
     */
    public static TranscriptionEndpointingPlanBuilder.TranscriptionEndpointingPlanBuilderStage builder() {
        return TranscriptionEndpointingPlanBuilder.builder();
    }

    /**
     * Starts from this value, to change some of it.
     *
     * @return a builder that holds every component of this value
     */
    public TranscriptionEndpointingPlanBuilder toBuilder() {
        return TranscriptionEndpointingPlanBuilder.builder(this);
    }
}
