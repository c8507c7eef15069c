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
 * Whether and how the assistant can be interrupted.
 *
 * <p>API schema: {@code InterruptionSettings}.
 *
 * @param disableGreetingInterruption whether the greeting cannot be interrupted
 * @param enable whether the assistant can be interrupted at all
 * @param startSpeakingPlan when the assistant begins to speak
 * @param additionalProperties the fields that have no component here, as they came; never {@code null}
 */
@Model
public record InterruptionSettings(
        @Nullable Boolean disableGreetingInterruption,
        @Nullable Boolean enable,
        @Nullable StartSpeakingPlan startSpeakingPlan,
        @Omittable @JsonAnySetter @JsonAnyGetter Map<String, JsonNode> additionalProperties) {

    /** Checks that what is required is there, and copies what could change. */
    public InterruptionSettings {
        additionalProperties = Models.map(additionalProperties);
    }

    /**
     * Starts a new value.
     *
     * @return the first stage of the builder
     */
    public static InterruptionSettingsBuilder.InterruptionSettingsBuilderStage builder() {
        return InterruptionSettingsBuilder.builder();
    }

    /**
     * Starts from this value, to change some of it.
     *
     * @return a builder that holds every component of this value
     */
    public InterruptionSettingsBuilder toBuilder() {
        return InterruptionSettingsBuilder.builder(this);
    }
}
