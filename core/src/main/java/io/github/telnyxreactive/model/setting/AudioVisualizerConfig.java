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
 * How a widget shows sound.
 *
 * <p>API schema: {@code AudioVisualizerConfig}.
 *
 * @param color its colours
 * @param preset its style
 * @param additionalProperties the fields that have no component here, as they came; never {@code null}
 */
@Model
public record AudioVisualizerConfig(
        @Nullable AudioVisualizerColor color,
        @Nullable String preset,
        @Omittable @JsonAnySetter @JsonAnyGetter Map<String, JsonNode> additionalProperties) {

    /** Checks that what is required is there, and copies what could change. */
    public AudioVisualizerConfig {
        additionalProperties = Models.map(additionalProperties);
    }

    /**
     * Starts a new value.
     *
     * @return the first stage of the builder
     */
    public static AudioVisualizerConfigBuilder.AudioVisualizerConfigBuilderStage builder() {
        return AudioVisualizerConfigBuilder.builder();
    }

    /**
     * Starts from this value, to change some of it.
     *
     * @return a builder that holds every component of this value
     */
    public AudioVisualizerConfigBuilder toBuilder() {
        return AudioVisualizerConfigBuilder.builder(this);
    }
}
