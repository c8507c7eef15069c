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
 * A boolean operation on one or more expressions.
 *
 * @param type always {@code bool_op}
 * @param op the operator
 * @param operands the operands: one for {@code not}, two or more otherwise
 * @param additionalProperties unknown fields, kept as received; never {@code null}
 */
@Model
public record BooleanOperationExpression(
        @Omittable String type,
        BooleanOperator op,
        List<Expression> operands,
        @Omittable @JsonAnySetter @JsonAnyGetter Map<String, JsonNode> additionalProperties)
        implements Expression {

    /** The value of the discriminator field {@code type}. */
    public static final String TYPE = "bool_op";

    /** Validates required components and copies collections; {@code type} is always {@link #TYPE}. */
    public BooleanOperationExpression {
        type = TYPE;
        Models.required(op, "op");
        operands = Models.requiredList(operands, "operands");
        additionalProperties = Models.map(additionalProperties);
    }

    /**
     * Returns a builder; required components come first.
     *
     * @return the first stage of the builder
     */
    public static BooleanOperationExpressionBuilder.OpStage builder() {
        return BooleanOperationExpressionBuilder.builder();
    }

    /**
     * Returns a builder initialized with the components of this value.
     *
     * @return a new builder
     */
    public BooleanOperationExpressionBuilder toBuilder() {
        return BooleanOperationExpressionBuilder.builder(this);
    }
}
