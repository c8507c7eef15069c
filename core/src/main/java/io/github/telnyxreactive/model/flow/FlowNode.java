package io.github.telnyxreactive.model.flow;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import io.github.telnyxreactive.internal.model.Union;
import org.jspecify.annotations.Nullable;

/**
 * A step of a conversation.
 *
 * <p>The field {@code type} selects the implementation. A node without it is a {@link PromptNode} if it has instructions.
 * Any other, and types unknown to this library, are read as {@link UnknownFlowNode}.
 */
@Union(
        unknown = UnknownFlowNode.class,
        untyped = PromptNode.class,
        untypedName = "prompt",
        untypedField = "instructions")
@JsonSubTypes({
    @JsonSubTypes.Type(value = ToolNode.class, name = ToolNode.TYPE),
    @JsonSubTypes.Type(value = SpeakNode.class, name = SpeakNode.TYPE)
})
public sealed interface FlowNode permits PromptNode, ToolNode, SpeakNode, UnknownFlowNode {

    /**
     * Returns the type of the node.
     *
     * @return the value of the field {@code type}, {@code null} if it is absent
     */
    @Nullable String type();
}
