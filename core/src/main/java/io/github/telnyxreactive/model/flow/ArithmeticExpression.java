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
 * An arithmetic operation on two numbers.
 *
 * @param type always {@code arithmetic}
 * @param left the left operand
 * @param op the operator
 * @param right the right operand
 * @param additionalProperties unknown fields, and known ones that are {@code null} or cannot be read, kept as received;
 *     never {@code null}
 */
@Model
public record ArithmeticExpression(
        @Omittable String type,
        @Required @Nullable Expression left,
        @Required @Nullable ArithmeticOperator op,
        @Required @Nullable Expression right,
        @Omittable @JsonAnySetter @JsonAnyGetter Map<String, JsonNode> additionalProperties)
        implements Expression {

    /** The value of the discriminator field {@code type}. */
    public static final String TYPE = "arithmetic";

    /** Copies collections; {@code type} is always {@link #TYPE}. */
    public ArithmeticExpression {
        type = TYPE;
        additionalProperties = Models.map(additionalProperties);
    }

    /**
     * Returns a builder; required components come first.
     *
     * @return the first stage of the builder
     */
    public static ArithmeticExpressionBuilder.LeftStage builder() {
        return ArithmeticExpressionBuilder.builder();
    }

    /**
     * Returns a builder initialized with the components of this value.
     *
     * @return a new builder
     */
    public ArithmeticExpressionBuilder toBuilder() {
        return ArithmeticExpressionBuilder.builder(this);
    }
}
