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
 * The fine tuning of the detection of answering machines. All durations are in milliseconds.
 *
 * @param afterGreetingSilenceMillis the silence after a greeting that ends the detection, 100 to 5000
 * @param betweenWordsSilenceMillis the longest silence between two words, 10 to 5000
 * @param greetingDurationMillis how long a greeting is expected to be, 100 to 10000
 * @param greetingSilenceDurationMillis the silence after which a greeting is complete, 500 to 50000
 * @param greetingTotalAnalysisTimeMillis how long a greeting is listened to, 500 to 300000
 * @param initialSilenceMillis the longest silence at the start, 100 to 500000
 * @param maximumNumberOfWords how many words the greeting of a person has at the most, 1 to 50
 * @param maximumWordLengthMillis how long a word is at the most, 50 to 5000
 * @param minWordLengthMillis how long a sound has to be to count as a word, 1 to 1000
 * @param silenceThreshold the level below which a sound is silence, 1 to 1000
 * @param totalAnalysisTimeMillis how long the detection may take, 500 to 60000
 * @param additionalProperties unknown fields, kept as received; never {@code null}
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
    public static DetectionConfigBuilder.DetectionConfigBuilderStage builder() {
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
