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
 * How answering machines are detected and handled.
 *
 * @param detectionMode how answering machines are detected; for transfers and invitations
 * @param detectionConfig the fine-tuning of the detection; for transfers
 * @param onVoicemailDetected what happens when an answering machine is detected
 * @param additionalProperties unknown fields, and known ones that are {@code null} or cannot be read, kept as received;
 *     never {@code null}
 */
@Model
public record VoicemailDetection(
        @Nullable DetectionMode detectionMode,
        @Nullable DetectionConfig detectionConfig,
        @Nullable OnVoicemailDetected onVoicemailDetected,
        @Omittable @JsonAnySetter @JsonAnyGetter Map<String, JsonNode> additionalProperties) {

    /** Copies collections. */
    public VoicemailDetection {
        additionalProperties = Models.map(additionalProperties);
    }

    /**
     * Returns a builder.
     *
     * @return a new builder
     */
    public static VoicemailDetectionBuilder builder() {
        return VoicemailDetectionBuilder.builder();
    }

    /**
     * Returns a builder initialized with the components of this value.
     *
     * @return a new builder
     */
    public VoicemailDetectionBuilder toBuilder() {
        return VoicemailDetectionBuilder.builder(this);
    }
}
