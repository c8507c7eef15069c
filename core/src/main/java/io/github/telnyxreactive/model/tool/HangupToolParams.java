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
 * How a call is ended.
 *
 * <p>API schema: {@code HangupToolParams}.
 *
 * @param description what the tool does, for the assistant
 * @param additionalProperties the fields that have no component here, as they came; never {@code null}
 */
@Model
public record HangupToolParams(
        @Nullable String description,
        @Omittable @JsonAnySetter @JsonAnyGetter Map<String, JsonNode> additionalProperties) {

    /** Checks that what is required is there, and copies what could change. */
    public HangupToolParams {
        additionalProperties = Models.map(additionalProperties);
    }

    /**
     * Starts a new value.
     *
     * @return the first stage of the builder
     */
    public static HangupToolParamsBuilder.HangupToolParamsBuilderStage builder() {
        return HangupToolParamsBuilder.builder();
    }

    /**
     * Starts from this value, to change some of it.
     *
     * @return a builder that holds every component of this value
     */
    public HangupToolParamsBuilder toBuilder() {
        return HangupToolParamsBuilder.builder(this);
    }
}
