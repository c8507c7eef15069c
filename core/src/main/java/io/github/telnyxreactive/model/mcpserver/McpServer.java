package io.github.telnyxreactive.model.mcpserver;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import io.github.telnyxreactive.internal.model.Models;
import io.github.telnyxreactive.model.Model;
import io.github.telnyxreactive.model.Omittable;
import io.github.telnyxreactive.model.Required;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * An MCP server that assistants can use.
 *
 * <p>API schema: {@code MCPServer}.
 *
 * @param id the id of the server
 * @param name the name of the server
 * @param type the type of transport
 * @param url the URL of the server
 * @param createdAt when the server was created
 * @param allowedTools the tools that may be used; {@code null} for all
 * @param apiKeyRef the integration secret that holds the API key of the server
 * @param additionalProperties unknown fields, and known ones that are {@code null} or cannot be read, kept as received;
 *     never {@code null}
 */
@Model
public record McpServer(
        String id,
        @Required @Nullable String name,
        @Required @Nullable String type,
        @Required @Nullable String url,
        @Required @Nullable OffsetDateTime createdAt,
        @Nullable List<String> allowedTools,
        @Nullable String apiKeyRef,
        @Omittable @JsonAnySetter @JsonAnyGetter Map<String, JsonNode> additionalProperties) {

    /** Validates required components and copies collections. */
    public McpServer {
        Models.identity(id, "id");
        allowedTools = allowedTools == null ? null : Models.list(allowedTools);
        additionalProperties = Models.map(additionalProperties);
    }

    /**
     * Returns a builder; required components come first.
     *
     * @return the first stage of the builder
     */
    public static McpServerBuilder.IdStage builder() {
        return McpServerBuilder.builder();
    }

    /**
     * Returns a builder initialized with the components of this value.
     *
     * @return a new builder
     */
    public McpServerBuilder toBuilder() {
        return McpServerBuilder.builder(this);
    }
}
