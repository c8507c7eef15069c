package io.github.telnyxreactive.model.flow;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import io.github.telnyxreactive.internal.model.Models;
import io.github.telnyxreactive.model.Model;
import io.github.telnyxreactive.model.Omittable;
import io.github.telnyxreactive.model.Required;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A conversation as a graph of nodes.
 *
 * <p>API schema: {@code ConversationFlow}.
 *
 * @param nodes the nodes, each a step of the conversation
 * @param startNodeId the id of the first node
 * @param edges the transitions between nodes
 * @param additionalProperties unknown fields, and known ones that are {@code null} or cannot be read, kept as received;
 *     never {@code null}
 */
@Model
public record ConversationFlow(
        @Required @Omittable List<FlowNode> nodes,
        @Required @Nullable String startNodeId,
        @Omittable List<FlowEdge> edges,
        @Omittable @JsonAnySetter @JsonAnyGetter Map<String, JsonNode> additionalProperties) {

    /** Copies collections. */
    public ConversationFlow {
        nodes = Models.list(nodes);
        edges = Models.list(edges);
        additionalProperties = Models.map(additionalProperties);
    }

    /**
     * Returns a builder; required components come first.
     *
     * @return the first stage of the builder
     */
    public static ConversationFlowBuilder.NodesStage builder() {
        return ConversationFlowBuilder.builder();
    }

    /**
     * Returns a builder initialized with the components of this value.
     *
     * @return a new builder
     */
    public ConversationFlowBuilder toBuilder() {
        return ConversationFlowBuilder.builder(this);
    }
}
