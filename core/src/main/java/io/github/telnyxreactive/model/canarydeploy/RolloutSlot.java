package io.github.telnyxreactive.model.canarydeploy;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import io.github.telnyxreactive.internal.model.Models;
import io.github.telnyxreactive.model.Model;
import io.github.telnyxreactive.model.Omittable;
import io.github.telnyxreactive.model.Required;
import io.github.telnyxreactive.model.limit.Length;
import io.github.telnyxreactive.model.limit.Range;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The share of conversations that a version serves.
 *
 * <p>API schema: {@code RolloutSlot}.
 *
 * @param versionId the id of the version
 * @param weight the share in percent, 0 to 100
 * @param additionalProperties unknown fields, and known ones that are {@code null} or cannot be read, kept as received;
 *     never {@code null}
 */
@Model
public record RolloutSlot(
        @Required @Length(min = 1) @Nullable String versionId,
        @Required @Range(min = 0, max = 100) @Nullable Double weight,
        @Omittable @JsonAnySetter @JsonAnyGetter Map<String, JsonNode> additionalProperties) {

    /** Copies collections. */
    public RolloutSlot {
        additionalProperties = Models.map(additionalProperties);
    }

    /**
     * Returns a builder; required components come first.
     *
     * @return the first stage of the builder
     */
    public static RolloutSlotBuilder.VersionIdStage builder() {
        return RolloutSlotBuilder.builder();
    }

    /**
     * Returns a builder initialized with the components of this value.
     *
     * @return a new builder
     */
    public RolloutSlotBuilder toBuilder() {
        return RolloutSlotBuilder.builder(this);
    }
}
