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
 * A boolean operation on one or more expressions.
 *
 * @param type always {@code bool_op}
 * @param op the operator
 * @param operands the operands: one for {@code not}, two or more otherwise
 * @param additionalProperties unknown fields, and known ones that are {@code null} or cannot be read, kept as received;
 *     never {@code null}
 */
@Model
public record BooleanOperationExpression(
        @Omittable String type,
        @Required @Nullable BooleanOperator op,
        @Required @Omittable List<Expression> operands,
        @Omittable @JsonAnySetter @JsonAnyGetter Map<String, JsonNode> additionalProperties)
        implements Expression {

    /** The value of the discriminator field {@code type}. */
    public static final String TYPE = "bool_op";

    /** Copies collections; {@code type} is always {@link #TYPE}. */
    public BooleanOperationExpression {
        type = TYPE;
        operands = Models.list(operands);
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
