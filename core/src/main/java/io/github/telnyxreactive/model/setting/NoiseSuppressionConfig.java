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
 * The fine tuning of noise suppression, for DeepFilterNet.
 *
 * @param attenuationLimit how much is taken out at the most, 0 to 100
 * @param mode how it is done
 * @param additionalProperties the fields that have no component here, as they came; never {@code null}
 */
@Model
public record NoiseSuppressionConfig(
        @Range(min = 0, max = 100) @Nullable Integer attenuationLimit,
        @Nullable NoiseSuppressionMode mode,
        @Omittable @JsonAnySetter @JsonAnyGetter Map<String, JsonNode> additionalProperties) {

    /** Checks that what is required is there, and copies what could change. */
    public NoiseSuppressionConfig {
        additionalProperties = Models.map(additionalProperties);
    }

    /**
     * Starts a new value.
     *
     * @return the first stage of the builder
     */
    public static NoiseSuppressionConfigBuilder.NoiseSuppressionConfigBuilderStage builder() {
        return NoiseSuppressionConfigBuilder.builder();
    }

    /**
     * Starts from this value, to change some of it.
     *
     * @return a builder that holds every component of this value
     */
    public NoiseSuppressionConfigBuilder toBuilder() {
        return NoiseSuppressionConfigBuilder.builder(this);
    }
}
