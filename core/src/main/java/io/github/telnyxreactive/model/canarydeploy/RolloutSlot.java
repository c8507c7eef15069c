package io.github.telnyxreactive.model.canarydeploy;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import io.github.telnyxreactive.internal.model.Models;
import io.github.telnyxreactive.model.Model;
import io.github.telnyxreactive.model.Omittable;
import io.github.telnyxreactive.model.limit.Range;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * A share of the conversations for a version.
 *
 * <p>API schema: {@code RolloutSlot}.
 *
 * @param versionId the id of the version
 * @param weight the share in percent, 0 to 100
 * @param additionalProperties the fields that have no component here, as they came; never {@code null}
 */
@Model
public record RolloutSlot(
        String versionId,
        @Range(min = 0, max = 100) Double weight,
        @Omittable @JsonAnySetter @JsonAnyGetter Map<String, JsonNode> additionalProperties) {

    /** Checks that what is required is there, and copies what could change. */
    public RolloutSlot {
        Models.required(versionId, "version_id");
        Models.required(weight, "weight");
        additionalProperties = Models.map(additionalProperties);
    }

    /**
     * Starts a new value, with the required components first.
     *
     * @return the first stage of the builder
     */
    public static RolloutSlotBuilder.VersionIdStage builder() {
        return RolloutSlotBuilder.builder();
    }

    /**
     * Starts from this value, to change some of it.
     *
     * @return a builder that holds every component of this value
     */
    public RolloutSlotBuilder toBuilder() {
        return RolloutSlotBuilder.builder(this);
    }
}
