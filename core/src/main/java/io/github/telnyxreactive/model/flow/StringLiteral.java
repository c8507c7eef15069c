package io.github.telnyxreactive.model.flow;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import io.github.telnyxreactive.internal.model.Models;
import io.github.telnyxreactive.model.Model;
import io.github.telnyxreactive.model.Omittable;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * A text.
 *
 * @param type always {@code string_literal}
 * @param value the text
 * @param additionalProperties the fields that have no component here, as they came; never {@code null}
 */
@Model
public record StringLiteral(
        @Omittable String type,
        String value,
        @Omittable @JsonAnySetter @JsonAnyGetter Map<String, JsonNode> additionalProperties)
        implements Expression {

    /** What the field that tells the members of the union apart says. */
    public static final String TYPE = "string_literal";

    /** Checks that what is required is there, and copies what could change. */
    public StringLiteral {
        type = TYPE;
        Models.required(value, "value");
        additionalProperties = Models.map(additionalProperties);
    }

    /**
     * Starts a new value, with the required components first.
     *
     * @return the first stage of the builder
     */
    public static StringLiteralBuilder.ValueStage builder() {
        return StringLiteralBuilder.builder();
    }

    /**
     * Starts from this value, to change some of it.
     *
     * @return a builder that holds every component of this value
     */
    public StringLiteralBuilder toBuilder() {
        return StringLiteralBuilder.builder(this);
    }
}
