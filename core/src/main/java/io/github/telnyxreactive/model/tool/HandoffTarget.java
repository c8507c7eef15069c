package io.github.telnyxreactive.model.tool;

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
 * An assistant that a conversation can be handed off to.
 *
 * @param id the id of the assistant
 * @param name a name that indicates when to hand off to this assistant
 * @param additionalProperties unknown fields, and known ones that are {@code null} or cannot be read, kept as received;
 *     never {@code null}
 */
@Model
public record HandoffTarget(
        @Required @Length(min = 1) @Nullable String id,
        @Required @Nullable String name,
        @Omittable @JsonAnySetter @JsonAnyGetter Map<String, JsonNode> additionalProperties) {

    /** Copies collections. */
    public HandoffTarget {
        additionalProperties = Models.map(additionalProperties);
    }

    /**
     * Returns a builder; required components come first.
     *
     * @return the first stage of the builder
     */
    public static HandoffTargetBuilder.IdStage builder() {
        return HandoffTargetBuilder.builder();
    }

    /**
     * Returns a builder initialized with the components of this value.
     *
     * @return a new builder
     */
    public HandoffTargetBuilder toBuilder() {
        return HandoffTargetBuilder.builder(this);
    }
}
