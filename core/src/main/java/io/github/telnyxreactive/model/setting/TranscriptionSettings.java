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
 * How speech is turned into text.
 *
 * <p>API schema: {@code TranscriptionSettings}.
 *
 * @param apiKeyRef the integration secret with the key of the model's provider
 * @param language the language that is spoken
 * @param model the model
 * @param region where the model runs, for models that offer a choice
 * @param settings the fine tuning of the model
 * @param additionalProperties the fields that have no component here, as they came; never {@code null}
 */
@Model
public record TranscriptionSettings(
        @Nullable String apiKeyRef,
        @Nullable String language,
        @Nullable TranscriptionModel model,
        @Nullable String region,
        @Nullable TranscriptionSettingsConfig settings,
        @Omittable @JsonAnySetter @JsonAnyGetter Map<String, JsonNode> additionalProperties) {

    /** Checks that what is required is there, and copies what could change. */
    public TranscriptionSettings {
        additionalProperties = Models.map(additionalProperties);
    }

    /**
     * Starts a new value.
     *
     * @return the first stage of the builder
     */
    public static TranscriptionSettingsBuilder.TranscriptionSettingsBuilderStage builder() {
        return TranscriptionSettingsBuilder.builder();
    }

    /**
     * Starts from this value, to change some of it.
     *
     * @return a builder that holds every component of this value
     */
    public TranscriptionSettingsBuilder toBuilder() {
        return TranscriptionSettingsBuilder.builder(this);
    }
}
