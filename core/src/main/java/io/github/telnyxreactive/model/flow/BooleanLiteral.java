package io.github.telnyxreactive.model.flow;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import io.github.telnyxreactive.internal.model.Models;
import io.github.telnyxreactive.model.Model;
import io.github.telnyxreactive.model.Omittable;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * True or false.
 *
 * @param type always {@code bool_literal}
 * @param value which of the two
 * @param additionalProperties the fields that have no component here, as they came; never {@code null}
 */
@Model
public record BooleanLiteral(
        @Omittable String type,
        Boolean value,
        @Omittable @JsonAnySetter @JsonAnyGetter Map<String, JsonNode> additionalProperties)
        implements Expression {

    /** What the field that tells the members of the union apart says. */
    public static final String TYPE = "bool_literal";

    /** Checks that what is required is there, and copies what could change. */
    public BooleanLiteral {
        type = TYPE;
        Models.required(value, "value");
        additionalProperties = Models.map(additionalProperties);
    }

    /**
     * Starts a new value, with the required components first.
     *
     * @return the first stage of the builder
     */
    public static BooleanLiteralBuilder.ValueStage builder() {
        return BooleanLiteralBuilder.builder();
    }

    /**
     * Starts from this value, to change some of it.
     *
     * @return a builder that holds every component of this value
     */
    public BooleanLiteralBuilder toBuilder() {
        return BooleanLiteralBuilder.builder(this);
    }
}
