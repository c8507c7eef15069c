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
 * How a widget visualizes audio.
 *
 * <p>API schema: {@code AudioVisualizerConfig}.
 *
 * @param color the colour theme
 * @param preset the style
 * @param additionalProperties unknown fields, and known ones that are {@code null} or cannot be read, kept as received;
 *     never {@code null}
 */
@Model
public record AudioVisualizerConfig(
        @Nullable AudioVisualizerColor color,
        @Nullable String preset,
        @Omittable @JsonAnySetter @JsonAnyGetter Map<String, JsonNode> additionalProperties) {

    /** Copies collections. */
    public AudioVisualizerConfig {
        additionalProperties = Models.map(additionalProperties);
    }

    /**
     * Returns a builder.
     *
     * @return a new builder
     */
    public static AudioVisualizerConfigBuilder builder() {
        return AudioVisualizerConfigBuilder.builder();
    }

    /**
     * Returns a builder initialized with the components of this value.
     *
     * @return a new builder
     */
    public AudioVisualizerConfigBuilder toBuilder() {
        return AudioVisualizerConfigBuilder.builder(this);
    }
}
