package io.github.telnyxreactive.model.flow;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import io.github.telnyxreactive.internal.model.Models;
import io.github.telnyxreactive.model.Model;
import io.github.telnyxreactive.model.Omittable;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A {@link Condition} of a type unknown to this library. All fields are kept and written back as received.
 *
 * @param type the discriminator value; {@code null} if absent
 * @param additionalProperties all other fields, kept as received; never {@code null}
 */
@Model
public record UnknownCondition(
        @Nullable String type,
        @Omittable @JsonAnySetter @JsonAnyGetter Map<String, JsonNode> additionalProperties) implements Condition {

    /** Copies collections. */
    public UnknownCondition {
        additionalProperties = Models.map(additionalProperties);
    }
}
