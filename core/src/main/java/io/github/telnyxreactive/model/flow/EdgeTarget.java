package io.github.telnyxreactive.model.flow;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import io.github.telnyxreactive.internal.model.Union;
import org.jspecify.annotations.Nullable;

/**
 * The target of a transition.
 *
 * <p>The field {@code type} selects the implementation. Types unknown to this library are read as
 * {@link UnknownEdgeTarget}.
 */
@Union(unknown = UnknownEdgeTarget.class)
@JsonSubTypes({
    @JsonSubTypes.Type(value = NodeTarget.class, name = "node"),
    @JsonSubTypes.Type(value = AssistantTarget.class, name = "assistant")
})
public sealed interface EdgeTarget permits NodeTarget, AssistantTarget, UnknownEdgeTarget {

    /**
     * Returns the type of the target.
     *
     * @return the value of the field {@code type}, {@code null} if it is absent
     */
    @Nullable String type();
}
