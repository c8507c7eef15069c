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
 * Fine-tuning of a transcription model. Which settings apply depends on the model.
 *
 * <p>API schema: {@code TranscriptionSettingsConfig}.
 *
 * @param eagerEotThreshold the confidence at which an end of turn is anticipated early, 0.3 to 0.9
 * @param enableEndpointDetection whether ends of utterances are detected
 * @param endOfTurnConfidenceThreshold the confidence required to end a turn, 0 to 1
 * @param eotThreshold the confidence required to end a turn, 0.5 to 0.9
 * @param eotTimeoutMs the silence that ends a turn regardless of confidence, 500 to 10000 milliseconds
 * @param interimResults whether interim results are delivered before the final ones
 * @param keyterm key terms whose recognition is boosted, separated by commas
 * @param maxEndpointDelayMs the maximum silence before the end of an utterance is detected, 500 to 3000 milliseconds
 * @param maxTurnSilence the maximum silence within a turn, 100 to 5000 milliseconds
 * @param minTurnSilence the minimum silence that can end a turn, 100 to 5000 milliseconds
 * @param numerals whether numbers are written as digits
 * @param smartFormat whether the transcript is formatted for readability
 * @param additionalProperties unknown fields, and known ones that are {@code null} or cannot be read, kept as received;
 *     never {@code null}
 */
@Model
public record TranscriptionSettingsConfig(
        @Range(min = 0.3, max = 0.9) @Nullable Double eagerEotThreshold,
        @Nullable Boolean enableEndpointDetection,
        @Range(min = 0, max = 1) @Nullable Double endOfTurnConfidenceThreshold,
        @Range(min = 0.5, max = 0.9) @Nullable Double eotThreshold,
        @Range(min = 500, max = 10000) @Nullable Integer eotTimeoutMs,
        @Nullable Boolean interimResults,
        @Nullable String keyterm,
        @Range(min = 500, max = 3000) @Nullable Integer maxEndpointDelayMs,
        @Range(min = 100, max = 5000) @Nullable Integer maxTurnSilence,
        @Range(min = 100, max = 5000) @Nullable Integer minTurnSilence,
        @Nullable Boolean numerals,
        @Nullable Boolean smartFormat,
        @Omittable @JsonAnySetter @JsonAnyGetter Map<String, JsonNode> additionalProperties) {

    /** Copies collections. */
    public TranscriptionSettingsConfig {
        additionalProperties = Models.map(additionalProperties);
    }

    /**
     * Returns a builder.
     *
     * @return a new builder
     */
    public static TranscriptionSettingsConfigBuilder builder() {
        return TranscriptionSettingsConfigBuilder.builder();
    }

    /**
     * Returns a builder initialized with the components of this value.
     *
     * @return a new builder
     */
    public TranscriptionSettingsConfigBuilder toBuilder() {
        return TranscriptionSettingsConfigBuilder.builder(this);
    }
}
