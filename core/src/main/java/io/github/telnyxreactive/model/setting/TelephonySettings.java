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
 * How the assistant behaves in calls.
 *
 * <p>API schema: {@code TelephonySettings}.
 *
 * @param defaultTexmlAppId the TeXML application for its calls; the service makes one where there is none
 * @param noiseSuppression what takes the noise out
 * @param noiseSuppressionConfig the fine tuning of that
 * @param recordingSettings how calls are recorded
 * @param supportsUnauthenticatedWebCalls whether anybody may call from a web page
 * @param timeLimitSecs how long the assistant takes part in a call at the most, 30 to 14400 seconds
 * @param userIdleReplySecs after which silence the assistant asks whether anybody is there, at least 0 seconds
 * @param userIdleTimeoutSecs after which silence the assistant stops, 10 to 14400 seconds
 * @param voicemailDetection how answering machines are detected and handled
 * @param additionalProperties unknown fields, kept as received; never {@code null}
 */
@Model
public record TelephonySettings(
        @Nullable String defaultTexmlAppId,
        @Nullable NoiseSuppression noiseSuppression,
        @Nullable NoiseSuppressionConfig noiseSuppressionConfig,
        @Nullable RecordingSettings recordingSettings,
        @Nullable Boolean supportsUnauthenticatedWebCalls,
        @Range(min = 30, max = 14400) @Nullable Integer timeLimitSecs,
        @Range(min = 0) @Nullable Integer userIdleReplySecs,
        @Range(min = 10, max = 14400) @Nullable Integer userIdleTimeoutSecs,
        @Nullable VoicemailDetection voicemailDetection,
        @Omittable @JsonAnySetter @JsonAnyGetter Map<String, JsonNode> additionalProperties) {

    /** Copies collections. */
    public TelephonySettings {
        additionalProperties = Models.map(additionalProperties);
    }

    /**
     * Returns a builder.
     *
     * @return a new builder
     */
    public static TelephonySettingsBuilder.TelephonySettingsBuilderStage builder() {
        return TelephonySettingsBuilder.builder();
    }

    /**
     * Returns a builder initialized with the components of this value.
     *
     * @return a new builder
     */
    public TelephonySettingsBuilder toBuilder() {
        return TelephonySettingsBuilder.builder(this);
    }
}
