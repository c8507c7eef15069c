package io.github.telnyxreactive.model.flow;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import io.github.telnyxreactive.internal.model.Models;
import io.github.telnyxreactive.model.Model;
import io.github.telnyxreactive.model.Omittable;
import java.util.Map;
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
 * @param additionalProperties unknown fields, kept as received; never {@code null}
 */
@Model
public record FlowEdge(
        String id,
        String startNodeId,
        Condition condition,
        EdgeTarget target,
        @Omittable @JsonAnySetter @JsonAnyGetter Map<String, JsonNode> additionalProperties) {

    /** Validates required components and copies collections. */
    public FlowEdge {
        Models.required(id, "id");
        Models.required(startNodeId, "start_node_id");
        Models.required(condition, "condition");
        Models.required(target, "target");
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
