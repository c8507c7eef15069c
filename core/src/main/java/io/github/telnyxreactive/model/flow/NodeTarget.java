package io.github.telnyxreactive.model.flow;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import io.github.telnyxreactive.internal.model.Models;
import io.github.telnyxreactive.model.Model;
import io.github.telnyxreactive.model.Omittable;
import io.github.telnyxreactive.model.Required;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A transition to another node of the flow.
 *
 * @param type always {@code node}
 * @param nodeId the id of the node
 * @param additionalProperties unknown fields, and known ones that are {@code null} or cannot be read, kept as received;
 *     never {@code null}
 */
@Model
public record NodeTarget(
        @Omittable String type,
        @Required @Nullable String nodeId,
        @Omittable @JsonAnySetter @JsonAnyGetter Map<String, JsonNode> additionalProperties)
        implements EdgeTarget {

    /** The value of the discriminator field {@code type}. */
    public static final String TYPE = "node";

    /** Copies collections; {@code type} is always {@link #TYPE}. */
    public NodeTarget {
        type = TYPE;
        additionalProperties = Models.map(additionalProperties);
    }

    /**
     * Returns a builder; required components come first.
     *
     * @return the first stage of the builder
     */
    public static NodeTargetBuilder.NodeIdStage builder() {
        return NodeTargetBuilder.builder();
    }

    /**
     * Returns a builder initialized with the components of this value.
     *
     * @return a new builder
     */
    public NodeTargetBuilder toBuilder() {
        return NodeTargetBuilder.builder(this);
    }
}
