package io.github.telnyxreactive.model.flow;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import io.github.telnyxreactive.internal.model.Models;
import io.github.telnyxreactive.model.Model;
import io.github.telnyxreactive.model.Omittable;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * Another node of the flow.
 *
 * @param type always {@code node}
 * @param nodeId the id of the node
 * @param additionalProperties the fields that have no component here, as they came; never {@code null}
 */
@Model
public record NodeTarget(
        @Omittable String type,
        String nodeId,
        @Omittable @JsonAnySetter @JsonAnyGetter Map<String, JsonNode> additionalProperties)
        implements EdgeTarget {

    /** What the field that tells the members of the union apart says. */
    public static final String TYPE = "node";

    /** Checks that what is required is there, and copies what could change. */
    public NodeTarget {
        type = TYPE;
        Models.required(nodeId, "node_id");
        additionalProperties = Models.map(additionalProperties);
    }

    /**
     * Starts a new value, with the required components first.
     *
     * @return the first stage of the builder
     */
    public static NodeTargetBuilder.NodeIdStage builder() {
        return NodeTargetBuilder.builder();
    }

    /**
     * Starts from this value, to change some of it.
     *
     * @return a builder that holds every component of this value
     */
    public NodeTargetBuilder toBuilder() {
        return NodeTargetBuilder.builder(this);
    }
}
