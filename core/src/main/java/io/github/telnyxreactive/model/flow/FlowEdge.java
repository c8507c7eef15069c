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
 * A transition from a node.
 *
 * <p>API schema: {@code FlowEdge}.
 *
 * @param id the id of the transition within the flow, chosen by the caller
 * @param startNodeId the id of the node that the transition leaves
 * @param condition the condition of the transition
 * @param target the target of the transition
 * @param additionalProperties unknown fields, and known ones that are {@code null} or cannot be read, kept as received;
 *     never {@code null}
 */
@Model
public record FlowEdge(
        @Required @Nullable String id,
        @Required @Nullable String startNodeId,
        @Required @Nullable Condition condition,
        @Required @Nullable EdgeTarget target,
        @Omittable @JsonAnySetter @JsonAnyGetter Map<String, JsonNode> additionalProperties) {

    /** Copies collections. */
    public FlowEdge {
        additionalProperties = Models.map(additionalProperties);
    }

    /**
     * Returns a builder; required components come first.
     *
     * @return the first stage of the builder
     */
    public static FlowEdgeBuilder.IdStage builder() {
        return FlowEdgeBuilder.builder();
    }

    /**
     * Returns a builder initialized with the components of this value.
     *
     * @return a new builder
     */
    public FlowEdgeBuilder toBuilder() {
        return FlowEdgeBuilder.builder(this);
    }
}
