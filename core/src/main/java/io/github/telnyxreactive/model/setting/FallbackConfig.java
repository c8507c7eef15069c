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
 * The language model that answers when the first one does not.
 *
 * <p>API schema: {@code FallbackConfig}.
 *
 * @param externalLlm a model outside
 * @param llmApiKeyRef the integration secret with the key of the model's provider
 * @param model the id of the model
 * @param additionalProperties the fields that have no component here, as they came; never {@code null}
 */
@Model
public record FallbackConfig(
        @Nullable ExternalLlm externalLlm,
        @Nullable String llmApiKeyRef,
        @Nullable String model,
        @Omittable @JsonAnySetter @JsonAnyGetter Map<String, JsonNode> additionalProperties) {

    /** Checks that what is required is there, and copies what could change. */
    public FallbackConfig {
        additionalProperties = Models.map(additionalProperties);
    }

    /**
     * Starts a new value.
     *
     * @return the first stage of the builder
     */
    public static FallbackConfigBuilder.FallbackConfigBuilderStage builder() {
        return FallbackConfigBuilder.builder();
    }

    /**
     * Starts from this value, to change some of it.
     *
     * @return a builder that holds every component of this value
     */
    public FallbackConfigBuilder toBuilder() {
        return FallbackConfigBuilder.builder(this);
    }
}
