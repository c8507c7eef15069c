package io.github.telnyxreactive.model.flow;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import io.github.telnyxreactive.internal.model.Union;
import org.jspecify.annotations.Nullable;

/**
 * An expression that is evaluated when a transition is decided.
 *
 * <p>The field {@code type} selects the implementation. Types unknown to this library are read as
 * {@link UnknownExpression}.
 */
@Union(unknown = UnknownExpression.class)
@JsonSubTypes({
    @JsonSubTypes.Type(value = ComparisonExpression.class, name = "comparison"),
    @JsonSubTypes.Type(value = BooleanOperationExpression.class, name = "bool_op"),
    @JsonSubTypes.Type(value = ArithmeticExpression.class, name = "arithmetic"),
    @JsonSubTypes.Type(value = VariableExpression.class, name = "variable"),
    @JsonSubTypes.Type(value = StringLiteral.class, name = "string_literal"),
    @JsonSubTypes.Type(value = NumberLiteral.class, name = "number_literal"),
    @JsonSubTypes.Type(value = BooleanLiteral.class, name = "bool_literal")
})
public sealed interface Expression
        permits ComparisonExpression,
                BooleanOperationExpression,
                ArithmeticExpression,
                VariableExpression,
                StringLiteral,
                NumberLiteral,
                BooleanLiteral,
                UnknownExpression {

    /**
     * Returns the type of the expression.
     *
     * @return the value of the field {@code type}, {@code null} if it is absent
     */
    @Nullable String type();
}
