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
 * How answering machines are found and dealt with.
 *
 * @param detectionMode how they are looked for; for transfers and invitations
 * @param detectionConfig the fine tuning; for transfers
 * @param onVoicemailDetected what happens when one is found
 * @param additionalProperties the fields that have no component here, as they came; never {@code null}
 */
@Model
public record VoicemailDetection(
        @Nullable DetectionMode detectionMode,
        @Nullable DetectionConfig detectionConfig,
        @Nullable OnVoicemailDetected onVoicemailDetected,
        @Omittable @JsonAnySetter @JsonAnyGetter Map<String, JsonNode> additionalProperties) {

    /** Checks that what is required is there, and copies what could change. */
    public VoicemailDetection {
        additionalProperties = Models.map(additionalProperties);
    }

    /**
     * Starts a new value.
     *
     * @return the first stage of the builder
     */
    public static VoicemailDetectionBuilder.VoicemailDetectionBuilderStage builder() {
        return VoicemailDetectionBuilder.builder();
    }

    /**
     * Starts from this value, to change some of it.
     *
     * @return a builder that holds every component of this value
     */
    public VoicemailDetectionBuilder toBuilder() {
        return VoicemailDetectionBuilder.builder(this);
    }
}
