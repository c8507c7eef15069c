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
 * How speech is transcribed.
 *
 * <p>API schema: {@code TranscriptionSettings}.
 *
 * @param apiKeyRef the integration secret that holds the API key of the model provider
 * @param language the spoken language
 * @param model the model
 * @param region the region in which the model runs, for models that offer a choice
 * @param settings the fine-tuning of the model
 * @param additionalProperties unknown fields, and known ones that are {@code null} or cannot be read, kept as received;
 *     never {@code null}
 */
@Model
public record TranscriptionSettings(
        @Nullable String apiKeyRef,
        @Nullable String language,
        @Nullable TranscriptionModel model,
        @Nullable String region,
        @Nullable TranscriptionSettingsConfig settings,
        @Omittable @JsonAnySetter @JsonAnyGetter Map<String, JsonNode> additionalProperties) {

    /** Copies collections. */
    public TranscriptionSettings {
        additionalProperties = Models.map(additionalProperties);
    }

    /**
     * Returns a builder.
     *
     * @return a new builder
     */
    public static TranscriptionSettingsBuilder builder() {
        return TranscriptionSettingsBuilder.builder();
    }

    /**
     * Returns a builder initialized with the components of this value.
     *
     * @return a new builder
     */
    public TranscriptionSettingsBuilder toBuilder() {
        return TranscriptionSettingsBuilder.builder(this);
    }
}
