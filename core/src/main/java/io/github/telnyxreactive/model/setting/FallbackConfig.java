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
 * The language model that takes over when the primary one does not respond.
 *
 * <p>API schema: {@code FallbackConfig}.
 *
 * @param externalLlm an external language model
 * @param llmApiKeyRef the integration secret that holds the API key of the model provider
 * @param model the id of the model
 * @param additionalProperties unknown fields, and known ones that are {@code null} or cannot be read, kept as received;
 *     never {@code null}
 */
@Model
public record FallbackConfig(
        @Nullable ExternalLlm externalLlm,
        @Nullable String llmApiKeyRef,
        @Nullable String model,
        @Omittable @JsonAnySetter @JsonAnyGetter Map<String, JsonNode> additionalProperties) {

    /** Copies collections. */
    public FallbackConfig {
        additionalProperties = Models.map(additionalProperties);
    }

    /**
     * Returns a builder.
     *
     * @return a new builder
     */
    public static FallbackConfigBuilder builder() {
        return FallbackConfigBuilder.builder();
    }

    /**
     * Returns a builder initialized with the components of this value.
     *
     * @return a new builder
     */
    public FallbackConfigBuilder toBuilder() {
        return FallbackConfigBuilder.builder(this);
    }
}
