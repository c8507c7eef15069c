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
 * The settings of the assistant for calls.
 *
 * <p>API schema: {@code TelephonySettings}.
 *
 * @param defaultTexmlAppId the id of the TeXML application for calls; if absent, the service creates one
 * @param noiseSuppression the noise suppression of calls
 * @param noiseSuppressionConfig the fine-tuning of noise suppression
 * @param recordingSettings how calls are recorded
 * @param supportsUnauthenticatedWebCalls whether calls from a web page are permitted without authentication
 * @param timeLimitSecs the maximum time that the assistant takes part in a call, 30 to 14400 seconds
 * @param userIdleReplySecs the silence after which the assistant asks whether the user is still there, at least 0
 *     seconds
 * @param userIdleTimeoutSecs the silence after which the assistant stops, 10 to 14400 seconds
 * @param voicemailDetection how answering machines are detected and handled
 * @param additionalProperties unknown fields, and known ones that are {@code null} or cannot be read, kept as received;
 *     never {@code null}
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
    public static TelephonySettingsBuilder builder() {
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
