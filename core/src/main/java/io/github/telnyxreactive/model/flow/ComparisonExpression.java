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
 * A comparison of two values.
 *
 * @param type always {@code comparison}
 * @param left the left operand
 * @param op the operator
 * @param right the right operand
 * @param additionalProperties unknown fields, and known ones that are {@code null} or cannot be read, kept as received;
 *     never {@code null}
 */
@Model
public record ComparisonExpression(
        @Omittable String type,
        @Required @Nullable Expression left,
        @Required @Nullable ComparisonOperator op,
        @Required @Nullable Expression right,
        @Omittable @JsonAnySetter @JsonAnyGetter Map<String, JsonNode> additionalProperties)
        implements Expression {

    /** The value of the discriminator field {@code type}. */
    public static final String TYPE = "comparison";

    /** Copies collections; {@code type} is always {@link #TYPE}. */
    public ComparisonExpression {
        type = TYPE;
        additionalProperties = Models.map(additionalProperties);
    }

    /**
     * Returns a builder; required components come first.
     *
     * @return the first stage of the builder
     */
    public static ComparisonExpressionBuilder.LeftStage builder() {
        return ComparisonExpressionBuilder.builder();
    }

    /**
     * Returns a builder initialized with the components of this value.
     *
     * @return a new builder
     */
    public ComparisonExpressionBuilder toBuilder() {
        return ComparisonExpressionBuilder.builder(this);
    }
}
