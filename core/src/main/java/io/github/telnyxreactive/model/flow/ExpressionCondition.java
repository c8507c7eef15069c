package io.github.telnyxreactive.model.flow;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import io.github.telnyxreactive.internal.model.Models;
import io.github.telnyxreactive.model.Model;
import io.github.telnyxreactive.model.Omittable;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * Met if an expression is true.
 *
 * @param type always {@code expression}
 * @param expression the expression
 * @param additionalProperties the fields that have no component here, as they came; never {@code null}
 */
@Model
public record ExpressionCondition(
        @Omittable String type,
        Expression expression,
        @Omittable @JsonAnySetter @JsonAnyGetter Map<String, JsonNode> additionalProperties)
        implements Condition {

    /** What the field that tells the members of the union apart says. */
    public static final String TYPE = "expression";

    /** Checks that what is required is there, and copies what could change. */
    public ExpressionCondition {
        type = TYPE;
        Models.required(expression, "expression");
        additionalProperties = Models.map(additionalProperties);
    }

    /**
     * Starts a new value, with the required components first.
     *
     * @return the first stage of the builder
     */
    public static ExpressionConditionBuilder.ExpressionStage builder() {
        return ExpressionConditionBuilder.builder();
    }

    /**
     * Starts from this value, to change some of it.
     *
     * @return a builder that holds every component of this value
     */
    public ExpressionConditionBuilder toBuilder() {
        return ExpressionConditionBuilder.builder(this);
    }
}
