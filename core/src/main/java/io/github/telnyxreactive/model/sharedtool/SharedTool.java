package io.github.telnyxreactive.model.sharedtool;

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
 * A tool that several assistants can use.
 *
 * <p>API schema: {@code SharedToolResponse}.
 *
 * @param id the id of the tool
 * @param type the type of the tool
 * @param toolDefinition the definition of the tool
 * @param createdAt when the tool was created, in the format of the service
 * @param displayName the display name
 * @param timeoutMs the timeout of the tool, in milliseconds
 * @param additionalProperties unknown fields, and known ones that are {@code null} or cannot be read, kept as received;
 *     never {@code null}
 */
@Model
public record SharedTool(
        String id,
        @Required @Nullable String type,
        @Required @Omittable Map<String, JsonNode> toolDefinition,
        @Nullable String createdAt,
        @Nullable String displayName,
        @Nullable Integer timeoutMs,
        @Omittable @JsonAnySetter @JsonAnyGetter Map<String, JsonNode> additionalProperties) {

    /** Validates required components and copies collections. */
    public SharedTool {
        Models.identity(id, "id");
        toolDefinition = Models.map(toolDefinition);
        additionalProperties = Models.map(additionalProperties);
    }

    /**
     * Returns a builder; required components come first.
     *
     * @return the first stage of the builder
     */
    public static SharedToolBuilder.IdStage builder() {
        return SharedToolBuilder.builder();
    }

    /**
     * Returns a builder initialized with the components of this value.
     *
     * @return a new builder
     */
    public SharedToolBuilder toBuilder() {
        return SharedToolBuilder.builder(this);
    }
}
