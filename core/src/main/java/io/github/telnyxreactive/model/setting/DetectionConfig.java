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
 * Fine-tuning of answering machine detection. All durations are in milliseconds.
 *
 * @param afterGreetingSilenceMillis the silence after a greeting that ends the detection, 100 to 5000
 * @param betweenWordsSilenceMillis the longest silence between two words, 10 to 5000
 * @param greetingDurationMillis the expected duration of a greeting, 100 to 10000
 * @param greetingSilenceDurationMillis the silence after which a greeting is complete, 500 to 50000
 * @param greetingTotalAnalysisTimeMillis how long a greeting is analysed, 500 to 300000
 * @param initialSilenceMillis the longest silence at the start, 100 to 500000
 * @param maximumNumberOfWords the maximum number of words in the greeting of a person, 1 to 50
 * @param maximumWordLengthMillis the maximum duration of a word, 50 to 5000
 * @param minWordLengthMillis the minimum duration of a sound that counts as a word, 1 to 1000
 * @param silenceThreshold the audio level below which a sound counts as silence, 1 to 1000
 * @param totalAnalysisTimeMillis the maximum duration of the detection, 500 to 60000
 * @param additionalProperties unknown fields, and known ones that are {@code null} or cannot be read, kept as received;
 *     never {@code null}
 */
@Model
public record DetectionConfig(
        @Range(min = 100, max = 5000) @Nullable Integer afterGreetingSilenceMillis,
        @Range(min = 10, max = 5000) @Nullable Integer betweenWordsSilenceMillis,
        @Range(min = 100, max = 10000) @Nullable Integer greetingDurationMillis,
        @Range(min = 500, max = 50000) @Nullable Integer greetingSilenceDurationMillis,
        @Range(min = 500, max = 300000) @Nullable Integer greetingTotalAnalysisTimeMillis,
        @Range(min = 100, max = 500000) @Nullable Integer initialSilenceMillis,
        @Range(min = 1, max = 50) @Nullable Integer maximumNumberOfWords,
        @Range(min = 50, max = 5000) @Nullable Integer maximumWordLengthMillis,
        @Range(min = 1, max = 1000) @Nullable Integer minWordLengthMillis,
        @Range(min = 1, max = 1000) @Nullable Integer silenceThreshold,
        @Range(min = 500, max = 60000) @Nullable Integer totalAnalysisTimeMillis,
        @Omittable @JsonAnySetter @JsonAnyGetter Map<String, JsonNode> additionalProperties) {

    /** Copies collections. */
    public DetectionConfig {
        additionalProperties = Models.map(additionalProperties);
    }

    /**
     * Returns a builder.
     *
     * @return a new builder
     */
    public static DetectionConfigBuilder builder() {
        return DetectionConfigBuilder.builder();
    }

    /**
     * Returns a builder initialized with the components of this value.
     *
     * @return a new builder
     */
    public DetectionConfigBuilder toBuilder() {
        return DetectionConfigBuilder.builder(this);
    }
}
