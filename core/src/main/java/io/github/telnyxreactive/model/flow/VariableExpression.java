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
 * The value of a dynamic variable.
 *
 * @param type always {@code variable}
 * @param name the name of the variable
 * @param additionalProperties unknown fields, and known ones that are {@code null} or cannot be read, kept as received;
 *     never {@code null}
 */
@Model
public record VariableExpression(
        @Omittable String type,
        @Required @Nullable String name,
        @Omittable @JsonAnySetter @JsonAnyGetter Map<String, JsonNode> additionalProperties)
        implements Expression {

    /** The value of the discriminator field {@code type}. */
    public static final String TYPE = "variable";

    /** Copies collections; {@code type} is always {@link #TYPE}. */
    public VariableExpression {
        type = TYPE;
        additionalProperties = Models.map(additionalProperties);
    }

    /**
     * Returns a builder; required components come first.
     *
     * @return the first stage of the builder
     */
    public static VariableExpressionBuilder.NameStage builder() {
        return VariableExpressionBuilder.builder();
    }

    /**
     * Returns a builder initialized with the components of this value.
     *
     * @return a new builder
     */
    public VariableExpressionBuilder toBuilder() {
        return VariableExpressionBuilder.builder(this);
    }
}
