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
 * Combines conditions.
 *
 * @param type always {@code bool_op}
 * @param op how to combine
 * @param operands what to combine: one for {@code not}, two or more otherwise
 * @param additionalProperties the fields that have no component here, as they came; never {@code null}
 */
@Model
public record BooleanOperationExpression(
        @Omittable String type,
        BooleanOperator op,
        List<Expression> operands,
        @Omittable @JsonAnySetter @JsonAnyGetter Map<String, JsonNode> additionalProperties)
        implements Expression {

    /** What the field that tells the members of the union apart says. */
    public static final String TYPE = "bool_op";

    /** Checks that what is required is there, and copies what could change. */
    public BooleanOperationExpression {
        type = TYPE;
        Models.required(op, "op");
        operands = Models.requiredList(operands, "operands");
        additionalProperties = Models.map(additionalProperties);
    }

    /**
     * Starts a new value, with the required components first.
     *
     * @return the first stage of the builder
     */
    public static BooleanOperationExpressionBuilder.OpStage builder() {
        return BooleanOperationExpressionBuilder.builder();
    }

    /**
     * Starts from this value, to change some of it.
     *
     * @return a builder that holds every component of this value
     */
    public BooleanOperationExpressionBuilder toBuilder() {
        return BooleanOperationExpressionBuilder.builder(this);
    }
}
