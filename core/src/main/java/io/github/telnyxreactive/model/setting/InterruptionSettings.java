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
 * Whether and how the user can interrupt the assistant.
 *
 * <p>API schema: {@code InterruptionSettings}.
 *
 * @param disableGreetingInterruption whether interruptions are disabled during the greeting
 * @param enable whether the assistant can be interrupted at all
 * @param startSpeakingPlan when the assistant starts to speak
 * @param additionalProperties unknown fields, and known ones that are {@code null} or cannot be read, kept as received;
 *     never {@code null}
 */
@Model
public record InterruptionSettings(
        @Nullable Boolean disableGreetingInterruption,
        @Nullable Boolean enable,
        @Nullable StartSpeakingPlan startSpeakingPlan,
        @Omittable @JsonAnySetter @JsonAnyGetter Map<String, JsonNode> additionalProperties) {

    /** Copies collections. */
    public InterruptionSettings {
        additionalProperties = Models.map(additionalProperties);
    }

    /**
     * Returns a builder.
     *
     * @return a new builder
     */
    public static InterruptionSettingsBuilder builder() {
        return InterruptionSettingsBuilder.builder();
    }

    /**
     * Returns a builder initialized with the components of this value.
     *
     * @return a new builder
     */
    public InterruptionSettingsBuilder toBuilder() {
        return InterruptionSettingsBuilder.builder(this);
    }
}
