package io.github.telnyxreactive.model.flow;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import io.github.telnyxreactive.internal.model.Models;
import io.github.telnyxreactive.model.Model;
import io.github.telnyxreactive.model.Omittable;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * A conversation as a graph of steps.
 *
 * <p>API schema: {@code ConversationFlow}.
 *
 * @param nodes the steps
 * @param startNodeId the id of the step that it begins with
 * @param edges the transitions
 * @param additionalProperties the fields that have no component here, as they came; never {@code null}
 */
@Model
public record ConversationFlow(
        List<FlowNode> nodes,
        String startNodeId,
        @Omittable List<FlowEdge> edges,
        @Omittable @JsonAnySetter @JsonAnyGetter Map<String, JsonNode> additionalProperties) {

    /** Checks that what is required is there, and copies what could change. */
    public ConversationFlow {
        nodes = Models.requiredList(nodes, "nodes");
        Models.required(startNodeId, "start_node_id");
        edges = Models.list(edges);
        additionalProperties = Models.map(additionalProperties);
    }

    /**
     * Starts a new value, with the required components first.
     *
     * @return the first stage of the builder
     */
    public static ConversationFlowBuilder.NodesStage builder() {
        return ConversationFlowBuilder.builder();
    }

    /**
     * Starts from this value, to change some of it.
     *
     * @return a builder that holds every component of this value
     */
    public ConversationFlowBuilder toBuilder() {
        return ConversationFlowBuilder.builder(this);
    }
}
