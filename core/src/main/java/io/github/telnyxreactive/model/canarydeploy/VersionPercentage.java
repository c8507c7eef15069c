package io.github.telnyxreactive.model.canarydeploy;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import io.github.telnyxreactive.internal.model.Models;
import io.github.telnyxreactive.model.Model;
import io.github.telnyxreactive.model.Omittable;
import io.github.telnyxreactive.model.Required;
import io.github.telnyxreactive.model.limit.Length;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The share of conversations that a version serves, in the older form.
 *
 * @param versionId the id of the version
 * @param percentage the share in percent, above 0 and below 100
 * @param additionalProperties unknown fields, and known ones that are {@code null} or cannot be read, kept as received;
 *     never {@code null}
 */
@Model
public record VersionPercentage(
        @Required @Length(min = 1) @Nullable String versionId,
        @Required @Nullable Double percentage,
        @Omittable @JsonAnySetter @JsonAnyGetter Map<String, JsonNode> additionalProperties) {

    /** Copies collections. */
    public VersionPercentage {
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
