package io.github.telnyxreactive.model.tool;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import io.github.telnyxreactive.internal.model.Models;
import io.github.telnyxreactive.model.Model;
import io.github.telnyxreactive.model.Omittable;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * An {@link AssistantTool} of a type unknown to this library. All fields are kept and written back as received.
 *
 * @param type the discriminator value; {@code null} if absent
 * @param additionalProperties all other fields, kept as received; never {@code null}
 */
@Model
public record UnknownAssistantTool(
        @Nullable String type,
        @Omittable @JsonAnySetter @JsonAnyGetter Map<String, JsonNode> additionalProperties) implements AssistantTool {

    /** Copies collections. */
    public UnknownAssistantTool {
        additionalProperties = Models.map(additionalProperties);
    }
}
