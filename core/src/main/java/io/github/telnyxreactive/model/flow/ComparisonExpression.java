package io.github.telnyxreactive.model.flow;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import io.github.telnyxreactive.internal.model.Models;
import io.github.telnyxreactive.model.Model;
import io.github.telnyxreactive.model.Omittable;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * Compares two values.
 *
 * @param type always {@code comparison}
 * @param left the first value
 * @param op how to compare
 * @param right the second value
 * @param additionalProperties the fields that have no component here, as they came; never {@code null}
 */
@Model
public record ComparisonExpression(
        @Omittable String type,
        Expression left,
        ComparisonOperator op,
        Expression right,
        @Omittable @JsonAnySetter @JsonAnyGetter Map<String, JsonNode> additionalProperties)
        implements Expression {

    /** What the field that tells the members of the union apart says. */
    public static final String TYPE = "comparison";

    /** Checks that what is required is there, and copies what could change. */
    public ComparisonExpression {
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
    public static ComparisonExpressionBuilder.LeftStage builder() {
        return ComparisonExpressionBuilder.builder();
    }

    /**
     * Starts from this value, to change some of it.
     *
     * @return a builder that holds every component of this value
     */
    public ComparisonExpressionBuilder toBuilder() {
        return ComparisonExpressionBuilder.builder(this);
    }
}
