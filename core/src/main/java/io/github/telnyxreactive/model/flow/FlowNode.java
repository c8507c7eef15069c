package io.github.telnyxreactive.model.flow;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.annotation.JsonTypeIdResolver;

/**
 * A step of a conversation.
 *
 * <p>The field {@code type} selects the implementation, {@link PromptNode} if it is absent. Types unknown to this
 * library are read as {@link UnknownFlowNode}.
 */
@JsonTypeInfo(
        use = JsonTypeInfo.Id.CUSTOM,
        include = JsonTypeInfo.As.EXISTING_PROPERTY,
        property = "type",
        visible = true,
        defaultImpl = PromptNode.class)
@JsonTypeIdResolver(FlowNodeTypes.class)
public sealed interface FlowNode permits PromptNode, ToolNode, SpeakNode, UnknownFlowNode {

    /**
     * Returns the type of the node.
     *
     * @return the value of the field {@code type}, {@code null} if it is absent
     */
    @Nullable String type();
}
