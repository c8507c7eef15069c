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
 * How the assistant speaks. Which of the settings apply depends on the provider of the voice.
 *
 * <p>API schema: {@code VoiceSettings}.
 *
 * @param voice the voice, with its provider
 * @param apiKeyRef the integration secret with the key of the voice's provider
 * @param backgroundAudio a sound behind the voice
 * @param expressiveMode whether the voice shows emotions
 * @param languageBoost the language that the voice gives its best in
 * @param similarityBoost how close the voice stays to its original
 * @param speed how fast it speaks
 * @param style how much style it has
 * @param temperature how much it varies
 * @param useSpeakerBoost whether the likeness to the speaker is enhanced
 * @param voiceSpeed how fast it speaks, for providers that know this setting
 * @param additionalProperties unknown fields, kept as received; never {@code null}
 */
@Model
public record VoiceSettings(
        String voice,
        @Nullable String apiKeyRef,
        @Nullable BackgroundAudio backgroundAudio,
        @Nullable Boolean expressiveMode,
        @Nullable LanguageBoost languageBoost,
        @Nullable Double similarityBoost,
        @Nullable Double speed,
        @Nullable Double style,
        @Nullable Double temperature,
        @Nullable Boolean useSpeakerBoost,
        @Nullable Double voiceSpeed,
        @Omittable @JsonAnySetter @JsonAnyGetter Map<String, JsonNode> additionalProperties) {

    /** Validates required components and copies collections. */
    public VoiceSettings {
        Models.required(voice, "voice");
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
