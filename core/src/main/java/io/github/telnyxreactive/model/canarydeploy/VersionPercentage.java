package io.github.telnyxreactive.model.canarydeploy;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import io.github.telnyxreactive.internal.model.Models;
import io.github.telnyxreactive.model.Model;
import io.github.telnyxreactive.model.Omittable;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * A share of the conversations for a version, in the older form.
 *
 * @param versionId the id of the version
 * @param percentage the share in percent, above 0 and below 100
 * @param additionalProperties the fields that have no component here, as they came; never {@code null}
 */
@Model
public record VersionPercentage(
        String versionId,
        Double percentage,
        @Omittable @JsonAnySetter @JsonAnyGetter Map<String, JsonNode> additionalProperties) {

    /** Checks that what is required is there, and copies what could change. */
    public VersionPercentage {
        Models.required(versionId, "version_id");
        Models.required(percentage, "percentage");
        additionalProperties = Models.map(additionalProperties);
    }

    /**
     * Starts a new value, with the required components first.
     *
     * @return the first stage of the builder
     */
    public static VersionPercentageBuilder.VersionIdStage builder() {
        return VersionPercentageBuilder.builder();
    }

    /**
     * Starts from this value, to change some of it.
     *
     * @return a builder that holds every component of this value
     */
    public VersionPercentageBuilder toBuilder() {
        return VersionPercentageBuilder.builder(this);
    }
}
