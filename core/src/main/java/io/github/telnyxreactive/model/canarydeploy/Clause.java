package io.github.telnyxreactive.model.canarydeploy;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import io.github.telnyxreactive.internal.model.Models;
import io.github.telnyxreactive.model.Model;
import io.github.telnyxreactive.model.Omittable;
import io.github.telnyxreactive.model.limit.Length;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * A condition on an attribute of a conversation.
 *
 * <p>API schema: {@code Clause}.
 *
 * @param attribute the name of the attribute
 * @param operator how the attribute is compared
 * @param values the values to compare with, at least one
 * @param additionalProperties unknown fields, kept as received; never {@code null}
 */
@Model
public record Clause(
        String attribute,
        ClauseOperator operator,
        @Length(min = 1) List<String> values,
        @Omittable @JsonAnySetter @JsonAnyGetter Map<String, JsonNode> additionalProperties) {

    /** Validates required components and copies collections. */
    public Clause {
        Models.required(attribute, "attribute");
        Models.required(operator, "operator");
        values = Models.requiredList(values, "values");
        additionalProperties = Models.map(additionalProperties);
    }

    /**
     * Returns a builder; required components come first.
     *
     * @return the first stage of the builder
     */
    public static ClauseBuilder.AttributeStage builder() {
        return ClauseBuilder.builder();
    }

    /**
     * Returns a builder initialized with the components of this value.
     *
     * @return a new builder
     */
    public ClauseBuilder toBuilder() {
        return ClauseBuilder.builder(this);
    }
}
