package io.github.telnyxreactive.model.setting;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import io.github.telnyxreactive.internal.model.Models;
import io.github.telnyxreactive.model.Model;
import io.github.telnyxreactive.model.Omittable;
import io.github.telnyxreactive.model.limit.Range;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * When the assistant begins to speak.
 *
 * <p>API schema: {@code StartSpeakingPlan}.
 *
 * @param transcriptionEndpointingPlan how long to wait after what was said
 * @param waitSeconds how long to wait at least, in seconds, at least 0
 * @param additionalProperties the fields that have no component here, as they came; never {@code null}
 */
@Model
public record StartSpeakingPlan(
        @Nullable TranscriptionEndpointingPlan transcriptionEndpointingPlan,
        @Range(min = 0) @Nullable Double waitSeconds,
        @Omittable @JsonAnySetter @JsonAnyGetter Map<String, JsonNode> additionalProperties) {

    /** Checks that what is required is there, and copies what could change. */
    public StartSpeakingPlan {
        additionalProperties = Models.map(additionalProperties);
    }

    /**
     * Starts a new value.
     *
     * @return the first stage of the builder
     */
    public static StartSpeakingPlanBuilder.StartSpeakingPlanBuilderStage builder() {
        return StartSpeakingPlanBuilder.builder();
    }

    /**
     * Starts from this value, to change some of it.
     *
     * @return a builder that holds every component of this value
     */
    public StartSpeakingPlanBuilder toBuilder() {
        return StartSpeakingPlanBuilder.builder(this);
    }
}
