package io.github.telnyxreactive.model.flow;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import io.github.telnyxreactive.internal.model.Models;
import io.github.telnyxreactive.model.Model;
import io.github.telnyxreactive.model.Omittable;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * A number.
 *
 * @param type always {@code number_literal}
 * @param value the number
 * @param additionalProperties the fields that have no component here, as they came; never {@code null}
 */
@Model
public record NumberLiteral(
        @Omittable String type,
        Double value,
        @Omittable @JsonAnySetter @JsonAnyGetter Map<String, JsonNode> additionalProperties)
        implements Expression {

    /** What the field that tells the members of the union apart says. */
    public static final String TYPE = "number_literal";

    /** Checks that what is required is there, and copies what could change. */
    public NumberLiteral {
        type = TYPE;
        Models.required(value, "value");
        additionalProperties = Models.map(additionalProperties);
    }

    /**
     * Starts a new value, with the required components first.
     *
     * @return the first stage of the builder
     */
    public static NumberLiteralBuilder.ValueStage builder() {
        return NumberLiteralBuilder.builder();
    }

    /**
     * Starts from this value, to change some of it.
     *
     * @return a builder that holds every component of this value
     */
    public NumberLiteralBuilder toBuilder() {
        return NumberLiteralBuilder.builder(this);
    }
}
