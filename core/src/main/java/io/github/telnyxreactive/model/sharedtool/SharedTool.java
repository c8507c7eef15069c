package io.github.telnyxreactive.model.sharedtool;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import io.github.telnyxreactive.internal.model.Models;
import io.github.telnyxreactive.model.Model;
import io.github.telnyxreactive.model.Omittable;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A tool that several assistants can use.
 *
 * <p>API schema: {@code SharedToolResponse}.
 *
 * @param id the id of the tool
 * @param type the kind of the tool
 * @param toolDefinition its definition
 * @param createdAt when it was created, as the service writes it
 * @param displayName its name for people
 * @param timeoutMs how long it may take, in milliseconds
 * @param additionalProperties the fields that have no component here, as they came; never {@code null}
 */
@Model
public record SharedTool(
        String id,
        String type,
        Map<String, JsonNode> toolDefinition,
        @Nullable String createdAt,
        @Nullable String displayName,
        @Nullable Integer timeoutMs,
        @Omittable @JsonAnySetter @JsonAnyGetter Map<String, JsonNode> additionalProperties) {

    /** Checks that what is required is there, and copies what could change. */
    public SharedTool {
        Models.required(id, "id");
        Models.required(type, "type");
        toolDefinition = Models.map(Models.required(toolDefinition, "tool_definition"));
        additionalProperties = Models.map(additionalProperties);
    }

    /**
     * Starts a new value, with the required components first.
     *
     * @return the first stage of the builder
     */
    public static SharedToolBuilder.IdStage builder() {
        return SharedToolBuilder.builder();
    }

    /**
     * Starts from this value, to change some of it.
     *
     * @return a builder that holds every component of this value
     */
    public SharedToolBuilder toBuilder() {
        return SharedToolBuilder.builder(this);
    }
}
