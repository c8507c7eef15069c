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
 * A member of {@link FlowNode} that has no type here. All of it is kept, and written back as it came.
 *
 * @param type what tells the members apart
 * @param additionalProperties all other fields, as they came; never {@code null}
 */
@Model
public record UnknownFlowNode(
        @Nullable String type,
        @Omittable @JsonAnySetter @JsonAnyGetter Map<String, JsonNode> additionalProperties) implements FlowNode {

    /** Copies what could change. */
    public UnknownFlowNode {
        additionalProperties = Models.map(additionalProperties);
    }
}
