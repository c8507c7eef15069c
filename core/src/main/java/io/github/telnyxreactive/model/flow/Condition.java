package io.github.telnyxreactive.model.flow;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import io.github.telnyxreactive.internal.model.Union;
import org.jspecify.annotations.Nullable;

/**
 * The condition of a transition.
 *
 * <p>The field {@code type} selects the implementation. Types unknown to this library are read as
 * {@link UnknownCondition}.
 */
@Union(unknown = UnknownCondition.class)
@JsonSubTypes({
    @JsonSubTypes.Type(value = LlmCondition.class, name = "llm"),
    @JsonSubTypes.Type(value = ExpressionCondition.class, name = "expression"),
    @JsonSubTypes.Type(value = DefaultCondition.class, name = "default")
})
public sealed interface Condition permits LlmCondition, ExpressionCondition, DefaultCondition, UnknownCondition {

    /**
     * Returns the type of the condition.
     *
     * @return the value of the field {@code type}, {@code null} if it is absent
     */
    @Nullable String type();
}
