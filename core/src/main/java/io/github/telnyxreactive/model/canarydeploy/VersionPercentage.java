package io.github.telnyxreactive.model.canarydeploy;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import io.github.telnyxreactive.internal.model.Models;
import io.github.telnyxreactive.model.Model;
import io.github.telnyxreactive.model.Omittable;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * The share of conversations that a version serves, in the older form.
 *
 * @param versionId the id of the version
 * @param percentage the share in percent, above 0 and below 100
 * @param additionalProperties unknown fields, kept as received; never {@code null}
 */
@Model
public record VersionPercentage(
        String versionId,
        Double percentage,
        @Omittable @JsonAnySetter @JsonAnyGetter Map<String, JsonNode> additionalProperties) {

    /** Validates required components and copies collections. */
    public VersionPercentage {
        Models.required(versionId, "version_id");
        Models.required(percentage, "percentage");
        additionalProperties = Models.map(additionalProperties);
    }

    /**
     * Returns a builder; required components come first.
     *
     * @return the first stage of the builder
     */
    public static VersionPercentageBuilder.VersionIdStage builder() {
        return VersionPercentageBuilder.builder();
    }

    /**
     * Returns a builder initialized with the components of this value.
     *
     * @return a new builder
     */
    public VersionPercentageBuilder toBuilder() {
        return VersionPercentageBuilder.builder(this);
    }
}
