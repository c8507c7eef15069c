package io.github.telnyxreactive.model.mcpserver;

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
 * A request to create an MCP server.
 *
 * <p>API schema: {@code CreateMCPServerRequest}.
 *
 * @param name the name of the server
 * @param type the type of transport
 * @param url the URL of the server
 * @param allowedTools the tools that may be used; {@code null} for all
 * @param apiKeyRef the integration secret that holds the API key of the server
 * @param additionalProperties unknown fields, and known ones that are {@code null} or cannot be read, kept as received;
 *     never {@code null}
 */
@Model
public record CreateMcpServerRequest(
        String name,
        String type,
        String url,
        @Nullable List<String> allowedTools,
        @Nullable String apiKeyRef,
        @Omittable @JsonAnySetter @JsonAnyGetter Map<String, JsonNode> additionalProperties) {

    /** Validates required components and copies collections. */
    public CreateMcpServerRequest {
        Models.required(name, "name");
        Models.required(type, "type");
        Models.required(url, "url");
        allowedTools = allowedTools == null ? null : Models.list(allowedTools);
        additionalProperties = Models.map(additionalProperties);
    }

    /**
     * Returns a builder; required components come first.
     *
     * @return the first stage of the builder
     */
    public static CreateMcpServerRequestBuilder.NameStage builder() {
        return CreateMcpServerRequestBuilder.builder();
    }

    /**
     * Returns a builder initialized with the components of this value.
     *
     * @return a new builder
     */
    public CreateMcpServerRequestBuilder toBuilder() {
        return CreateMcpServerRequestBuilder.builder(this);
    }
}
