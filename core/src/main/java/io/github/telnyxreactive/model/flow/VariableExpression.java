package io.github.telnyxreactive.model.flow;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import io.github.telnyxreactive.internal.model.Models;
import io.github.telnyxreactive.model.Model;
import io.github.telnyxreactive.model.Omittable;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * The value of a dynamic variable.
 *
 * @param type always {@code variable}
 * @param name the variable
 * @param additionalProperties the fields that have no component here, as they came; never {@code null}
 */
@Model
public record VariableExpression(
        @Omittable String type,
        String name,
        @Omittable @JsonAnySetter @JsonAnyGetter Map<String, JsonNode> additionalProperties)
        implements Expression {

    /** What the field that tells the members of the union apart says. */
    public static final String TYPE = "variable";

    /** Checks that what is required is there, and copies what could change. */
    public VariableExpression {
        type = TYPE;
        Models.required(name, "name");
        additionalProperties = Models.map(additionalProperties);
    }

    /**
     * Starts a new value, with the required components first.
     *
     * @return the first stage of the builder
     */
    public static VariableExpressionBuilder.NameStage builder() {
        return VariableExpressionBuilder.builder();
    }

    /**
     * Starts from this value, to change some of it.
     *
     * @return a builder that holds every component of this value
     */
    public VariableExpressionBuilder toBuilder() {
        return VariableExpressionBuilder.builder(this);
    }
}
