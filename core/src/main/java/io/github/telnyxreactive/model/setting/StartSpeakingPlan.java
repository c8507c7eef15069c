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
 * When the assistant starts to speak.
 *
 * <p>API schema: {@code StartSpeakingPlan}.
 *
 * @param transcriptionEndpointingPlan how long to wait after the user has spoken
 * @param waitSeconds the minimum wait before the assistant speaks, in seconds, at least 0
 * @param additionalProperties unknown fields, and known ones that are {@code null} or cannot be read, kept as received;
 *     never {@code null}
 */
@Model
public record StartSpeakingPlan(
        @Nullable TranscriptionEndpointingPlan transcriptionEndpointingPlan,
        @Range(min = 0) @Nullable Double waitSeconds,
        @Omittable @JsonAnySetter @JsonAnyGetter Map<String, JsonNode> additionalProperties) {

    /** Copies collections. */
    public StartSpeakingPlan {
        additionalProperties = Models.map(additionalProperties);
    }

    /**
     * Returns a builder.
     *
     * @return a new builder
     */
    public static StartSpeakingPlanBuilder builder() {
        return StartSpeakingPlanBuilder.builder();
    }

    /**
     * Returns a builder initialized with the components of this value.
     *
     * @return a new builder
     */
    public StartSpeakingPlanBuilder toBuilder() {
        return StartSpeakingPlanBuilder.builder(this);
    }
}
