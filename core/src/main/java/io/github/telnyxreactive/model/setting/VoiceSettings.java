package io.github.telnyxreactive.model.setting;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import io.github.telnyxreactive.internal.model.Models;
import io.github.telnyxreactive.model.Field;
import io.github.telnyxreactive.model.Model;
import io.github.telnyxreactive.model.Omittable;
import io.github.telnyxreactive.model.Required;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The voice of an assistant. Which settings apply depends on the provider of the voice.
 *
 * <p>API schema: {@code VoiceSettings}.
 *
 * @param voice the voice, including its provider
 * @param apiKeyRef the integration secret that holds the API key of the voice provider
 * @param backgroundAudio the audio that plays in the background of a call
 * @param expressiveMode whether the voice expresses emotions
 * @param languageBoost the language for which the voice is optimized
 * @param similarityBoost how closely the voice follows the original speaker
 * @param speed the speed of speech
 * @param style the degree of style exaggeration
 * @param temperature how much the voice varies between utterances
 * @param useSpeakerBoost whether the similarity to the original speaker is boosted
 * @param voiceSpeed the speed of speech, for providers that use this setting
 * @param additionalProperties unknown fields, and known ones that are {@code null} or cannot be read, kept as received;
 *     never {@code null}
 */
@Model
public record VoiceSettings(
        @Required @Nullable String voice,
        @Nullable String apiKeyRef,
        @Nullable BackgroundAudio backgroundAudio,
        @Nullable Boolean expressiveMode,
        @Omittable Field<LanguageBoost> languageBoost,
        @Nullable Double similarityBoost,
        @Nullable Double speed,
        @Nullable Double style,
        @Nullable Double temperature,
        @Nullable Boolean useSpeakerBoost,
        @Nullable Double voiceSpeed,
        @Omittable @JsonAnySetter @JsonAnyGetter Map<String, JsonNode> additionalProperties) {

    /** Copies collections. */
    public VoiceSettings {
        languageBoost = Field.orUnchanged(languageBoost);
        additionalProperties = Models.map(additionalProperties);
    }

    /**
     * Returns a builder; required components come first.
     *
     * @return the first stage of the builder
     */
    public static VoiceSettingsBuilder.VoiceStage builder() {
        return VoiceSettingsBuilder.builder();
    }

    /**
     * Returns a builder initialized with the components of this value.
     *
     * @return a new builder
     */
    public VoiceSettingsBuilder toBuilder() {
        return VoiceSettingsBuilder.builder(this);
    }
}
