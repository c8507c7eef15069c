package io.github.telnyxreactive.model.assistant;

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
 * Confirms that an assistant was deleted.
 *
 * <p>API schema: {@code AssistantDeletedResponse}.
 *
 * @param id the id of the assistant
 * @param object the type of the deleted object
 * @param deleted whether the assistant was deleted
 * @param additionalProperties unknown fields, and known ones that are {@code null} or cannot be read, kept as received;
 *     never {@code null}
 */
@Model
public record AssistantDeletedResponse(
        String id,
        @Required @Nullable String object,
        @Required @Nullable Boolean deleted,
        @Omittable @JsonAnySetter @JsonAnyGetter Map<String, JsonNode> additionalProperties) {

    /** Validates required components and copies collections. */
    public AssistantDeletedResponse {
        Models.identity(id, "id");
        additionalProperties = Models.map(additionalProperties);
    }

    /**
     * Returns a builder; required components come first.
     *
     * @return the first stage of the builder
     */
    public static AssistantDeletedResponseBuilder.IdStage builder() {
        return AssistantDeletedResponseBuilder.builder();
    }

    /**
     * Returns a builder initialized with the components of this value.
     *
     * @return a new builder
     */
    public AssistantDeletedResponseBuilder toBuilder() {
        return AssistantDeletedResponseBuilder.builder(this);
    }
}
