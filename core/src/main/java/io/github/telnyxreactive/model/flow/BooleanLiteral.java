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
 * A boolean constant.
 *
 * @param type always {@code bool_literal}
 * @param value the value
 * @param additionalProperties unknown fields, and known ones that are {@code null} or cannot be read, kept as received;
 *     never {@code null}
 */
@Model
public record BooleanLiteral(
        @Omittable String type,
        @Required @Nullable Boolean value,
        @Omittable @JsonAnySetter @JsonAnyGetter Map<String, JsonNode> additionalProperties)
        implements Expression {

    /** The value of the discriminator field {@code type}. */
    public static final String TYPE = "bool_literal";

    /** Copies collections; {@code type} is always {@link #TYPE}. */
    public BooleanLiteral {
        type = TYPE;
        additionalProperties = Models.map(additionalProperties);
    }

    /**
     * Returns a builder; required components come first.
     *
     * @return the first stage of the builder
     */
    public static BooleanLiteralBuilder.ValueStage builder() {
        return BooleanLiteralBuilder.builder();
    }

    /**
     * Returns a builder initialized with the components of this value.
     *
     * @return a new builder
     */
    public BooleanLiteralBuilder toBuilder() {
        return BooleanLiteralBuilder.builder(this);
    }
}
