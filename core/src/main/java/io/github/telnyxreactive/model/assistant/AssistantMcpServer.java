package io.github.telnyxreactive.model.assistant;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import io.github.telnyxreactive.internal.model.Models;
import io.github.telnyxreactive.model.Model;
import io.github.telnyxreactive.model.Omittable;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * An MCP server that an assistant may use.
 *
 * <p>API schema: {@code AssistantMCPServer}.
 *
 * @param id the id of the server
 * @param allowedTools the tools of it that may be used, {@code null} for those that the server allows
 * @param additionalProperties the fields that have no component here, as they came; never {@code null}
 */
@Model
public record AssistantMcpServer(
        String id,
        @Nullable List<String> allowedTools,
        @Omittable @JsonAnySetter @JsonAnyGetter Map<String, JsonNode> additionalProperties) {

    /** Checks that what is required is there, and copies what could change. */
    public AssistantMcpServer {
        Models.required(id, "id");
        allowedTools = allowedTools == null ? null : Models.list(allowedTools);
        additionalProperties = Models.map(additionalProperties);
    }

    /**
     * Starts a new value, with the required components first.
     *
     * @return the first stage of the builder
     */
    public static AssistantMcpServerBuilder.IdStage builder() {
        return AssistantMcpServerBuilder.builder();
    }

    /**
     * Starts from this value, to change some of it.
     *
     * @return a builder that holds every component of this value
     */
    public AssistantMcpServerBuilder toBuilder() {
        return AssistantMcpServerBuilder.builder(this);
    }
}
