package io.github.telnyxreactive.model.canarydeploy;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import io.github.telnyxreactive.internal.model.Models;
import io.github.telnyxreactive.model.Model;
import io.github.telnyxreactive.model.Omittable;
import io.github.telnyxreactive.model.Required;
import io.github.telnyxreactive.model.limit.Length;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A condition on an attribute of a conversation.
 *
 * <p>API schema: {@code Clause}.
 *
 * @param attribute the name of the attribute
 * @param operator how the attribute is compared
 * @param values the values to compare with, at least one
 * @param additionalProperties unknown fields, and known ones that are {@code null} or cannot be read, kept as received;
 *     never {@code null}
 */
@Model
public record Clause(
        @Required @Nullable String attribute,
        @Required @Nullable ClauseOperator operator,
        @Required @Omittable @Length(min = 1) List<String> values,
        @Omittable @JsonAnySetter @JsonAnyGetter Map<String, JsonNode> additionalProperties) {

    /** Copies collections. */
    public Clause {
        values = Models.list(values);
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
