package io.github.telnyxreactive.model.tool;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import io.github.telnyxreactive.internal.model.Models;
import io.github.telnyxreactive.model.Model;
import io.github.telnyxreactive.model.Omittable;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * How the assistant stays silent for a turn.
 *
 * <p>API schema: {@code SkipTurnToolParams}.
 *
 * @param description what the tool does, for the assistant
 * @param additionalProperties the fields that have no component here, as they came; never {@code null}
 */
@Model
public record SkipTurnToolParams(
        @Nullable String description,
        @Omittable @JsonAnySetter @JsonAnyGetter Map<String, JsonNode> additionalProperties) {

    /** Checks that what is required is there, and copies what could change. */
    public SkipTurnToolParams {
        additionalProperties = Models.map(additionalProperties);
    }

    /**
     * Starts a new value.
     *
     * @return the first stage of the builder
     */
    public static SkipTurnToolParamsBuilder.SkipTurnToolParamsBuilderStage builder() {
        return SkipTurnToolParamsBuilder.builder();
    }

    /**
     * Starts from this value, to change some of it.
     *
     * @return a builder that holds every component of this value
     */
    public SkipTurnToolParamsBuilder toBuilder() {
        return SkipTurnToolParamsBuilder.builder(this);
    }
}
