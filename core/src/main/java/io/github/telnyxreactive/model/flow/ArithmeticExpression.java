package io.github.telnyxreactive.model.flow;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import io.github.telnyxreactive.internal.model.Models;
import io.github.telnyxreactive.model.Model;
import io.github.telnyxreactive.model.Omittable;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * Combines two numbers.
 *
 * @param type always {@code arithmetic}
 * @param left the first number
 * @param op how to combine
 * @param right the second number
 * @param additionalProperties the fields that have no component here, as they came; never {@code null}
 */
@Model
public record ArithmeticExpression(
        @Omittable String type,
        Expression left,
        ArithmeticOperator op,
        Expression right,
        @Omittable @JsonAnySetter @JsonAnyGetter Map<String, JsonNode> additionalProperties)
        implements Expression {

    /** What the field that tells the members of the union apart says. */
    public static final String TYPE = "arithmetic";

    /** Checks that what is required is there, and copies what could change. */
    public ArithmeticExpression {
        type = TYPE;
        Models.required(left, "left");
        Models.required(op, "op");
        Models.required(right, "right");
        additionalProperties = Models.map(additionalProperties);
    }

    /**
     * Starts a new value, with the required components first.
     *
     * @return the first stage of the builder
     */
    public static ArithmeticExpressionBuilder.LeftStage builder() {
        return ArithmeticExpressionBuilder.builder();
    }

    /**
     * Starts from this value, to change some of it.
     *
     * @return a builder that holds every component of this value
     */
    public ArithmeticExpressionBuilder toBuilder() {
        return ArithmeticExpressionBuilder.builder(this);
    }
}
