package io.github.telnyxreactive.model.assistant;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import io.github.telnyxreactive.internal.model.Models;
import io.github.telnyxreactive.model.Model;
import io.github.telnyxreactive.model.Omittable;
import io.github.telnyxreactive.model.Required;
import io.github.telnyxreactive.model.limit.Length;
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
 * @param allowedTools the tools of the server that may be used; {@code null} for all that the server allows
 * @param additionalProperties unknown fields, and known ones that are {@code null} or cannot be read, kept as received;
 *     never {@code null}
 */
@Model
public record AssistantMcpServer(
        @Required @Length(min = 1) @Nullable String id,
        @Nullable List<String> allowedTools,
        @Omittable @JsonAnySetter @JsonAnyGetter Map<String, JsonNode> additionalProperties) {

    /** Copies collections. */
    public AssistantMcpServer {
        allowedTools = allowedTools == null ? null : Models.list(allowedTools);
        additionalProperties = Models.map(additionalProperties);
    }

    /**
     * Returns a builder; required components come first.
     *
     * @return the first stage of the builder
     */
    public static AssistantMcpServerBuilder.IdStage builder() {
        return AssistantMcpServerBuilder.builder();
    }

    /**
     * Returns a builder initialized with the components of this value.
     *
     * @return a new builder
     */
    public AssistantMcpServerBuilder toBuilder() {
        return AssistantMcpServerBuilder.builder(this);
    }
}
