package io.github.telnyxreactive.model.flow;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import io.github.telnyxreactive.internal.model.Models;
import io.github.telnyxreactive.model.Model;
import io.github.telnyxreactive.model.Omittable;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * A condition that is met if no other condition is.
 *
 * @param type always {@code default}
 * @param additionalProperties unknown fields, and known ones that are {@code null} or cannot be read, kept as received;
 *     never {@code null}
 */
@Model
public record DefaultCondition(
        @Omittable String type,
        @Omittable @JsonAnySetter @JsonAnyGetter Map<String, JsonNode> additionalProperties) implements Condition {

    /** The value of the discriminator field {@code type}. */
    public static final String TYPE = "default";

    /** Copies collections; {@code type} is always {@link #TYPE}. */
    public DefaultCondition {
        type = TYPE;
        additionalProperties = Models.map(additionalProperties);
    }

    /**
     * Returns a builder.
     *
     * @return a new builder
     */
    public static DefaultConditionBuilder builder() {
        return DefaultConditionBuilder.builder();
    }

    /**
     * Returns a builder initialized with the components of this value.
     *
     * @return a new builder
     */
    public DefaultConditionBuilder toBuilder() {
        return DefaultConditionBuilder.builder(this);
    }
}
