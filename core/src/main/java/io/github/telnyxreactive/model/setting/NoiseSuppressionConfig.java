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
 * Fine-tuning of noise suppression with DeepFilterNet.
 *
 * @param attenuationLimit the maximum attenuation, 0 to 100
 * @param mode the mode of noise suppression
 * @param additionalProperties unknown fields, and known ones that are {@code null} or cannot be read, kept as received;
 *     never {@code null}
 */
@Model
public record NoiseSuppressionConfig(
        @Range(min = 0, max = 100) @Nullable Integer attenuationLimit,
        @Nullable NoiseSuppressionMode mode,
        @Omittable @JsonAnySetter @JsonAnyGetter Map<String, JsonNode> additionalProperties) {

    /** Copies collections. */
    public NoiseSuppressionConfig {
        additionalProperties = Models.map(additionalProperties);
    }

    /**
     * Returns a builder.
     *
     * @return a new builder
     */
    public static NoiseSuppressionConfigBuilder builder() {
        return NoiseSuppressionConfigBuilder.builder();
    }

    /**
     * Returns a builder initialized with the components of this value.
     *
     * @return a new builder
     */
    public NoiseSuppressionConfigBuilder toBuilder() {
        return NoiseSuppressionConfigBuilder.builder(this);
    }
}
