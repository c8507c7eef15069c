package io.github.telnyxreactive.model.tool;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import io.github.telnyxreactive.internal.model.Models;
import io.github.telnyxreactive.model.Model;
import io.github.telnyxreactive.model.Omittable;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * An assistant that a conversation can be handed to.
 *
 * @param id the id of the assistant
 * @param name a name that tells when to hand over
 * @param additionalProperties the fields that have no component here, as they came; never {@code null}
 */
@Model
public record HandoffTarget(
        String id,
        String name,
        @Omittable @JsonAnySetter @JsonAnyGetter Map<String, JsonNode> additionalProperties) {

    /** Checks that what is required is there, and copies what could change. */
    public HandoffTarget {
        Models.required(id, "id");
        Models.required(name, "name");
        additionalProperties = Models.map(additionalProperties);
    }

    /**
     * Starts a new value, with the required components first.
     *
     * @return the first stage of the builder
     */
    public static HandoffTargetBuilder.IdStage builder() {
        return HandoffTargetBuilder.builder();
    }

    /**
     * Starts from this value, to change some of it.
     *
     * @return a builder that holds every component of this value
     */
    public HandoffTargetBuilder toBuilder() {
        return HandoffTargetBuilder.builder(this);
    }
}
