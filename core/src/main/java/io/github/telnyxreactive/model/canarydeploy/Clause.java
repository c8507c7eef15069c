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
 * @param attribute the attribute
 * @param operator how it is compared
 * @param values what it is compared with, at least one
 * @param additionalProperties the fields that have no component here, as they came; never {@code null}
 */
@Model
public record Clause(
        String attribute,
        ClauseOperator operator,
        @Length(min = 1) List<String> values,
        @Omittable @JsonAnySetter @JsonAnyGetter Map<String, JsonNode> additionalProperties) {

    /** Checks that what is required is there, and copies what could change. */
    public Clause {
        Models.required(attribute, "attribute");
        Models.required(operator, "operator");
        values = Models.requiredList(values, "values");
        additionalProperties = Models.map(additionalProperties);
    }

    /**
     * Starts a new value, with the required components first.
     *
     * @return the first stage of the builder
     */
    public static ClauseBuilder.AttributeStage builder() {
        return ClauseBuilder.builder();
    }

    /**
     * Starts from this value, to change some of it.
     *
     * @return a builder that holds every component of this value
     */
    public ClauseBuilder toBuilder() {
        return ClauseBuilder.builder(this);
    }
}
