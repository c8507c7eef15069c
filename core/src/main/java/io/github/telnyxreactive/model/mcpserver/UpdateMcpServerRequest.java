package io.github.telnyxreactive.model.mcpserver;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import io.github.telnyxreactive.internal.model.Models;
import io.github.telnyxreactive.model.Field;
import io.github.telnyxreactive.model.Model;
import io.github.telnyxreactive.model.Omittable;
import io.github.telnyxreactive.model.limit.Length;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * A partial update of an MCP server. Fields that are not set stay unchanged.
 *
 * <p>API schema: {@code UpdateMCPServerRequest}.
 *
 * @param id the id of the server
 * @param name the name of the server
 * @param type the type of transport
 * @param url the URL of the server
 * @param createdAt when the server was created
 * @param allowedTools the tools that may be used; clear the field to allow all
 * @param apiKeyRef the integration secret that holds the API key of the server
 * @param additionalProperties unknown fields, and known ones that are {@code null} or cannot be read, kept as received;
 *     never {@code null}
 */
@Model
public record UpdateMcpServerRequest(
        @Length(min = 1) @Omittable Field<String> id,
        @Omittable Field<String> name,
        @Omittable Field<String> type,
        @Omittable Field<String> url,
        @Omittable Field<OffsetDateTime> createdAt,
        @Omittable Field<List<String>> allowedTools,
        @Omittable Field<String> apiKeyRef,
        @Omittable @JsonAnySetter @JsonAnyGetter Map<String, JsonNode> additionalProperties) {

    /** Replaces missing fields with {@link Field#unchanged()} and copies collections. */
    public UpdateMcpServerRequest {
        id = Field.orUnchanged(id);
        name = Field.orUnchanged(name);
        type = Field.orUnchanged(type);
        url = Field.orUnchanged(url);
        createdAt = Field.orUnchanged(createdAt);
        allowedTools = Field.orUnchanged(allowedTools);
        apiKeyRef = Field.orUnchanged(apiKeyRef);
        additionalProperties = Models.map(additionalProperties);
    }

    /**
     * Returns a builder.
     *
     * @return a new builder
     */
    public static UpdateMcpServerRequestBuilder builder() {
        return UpdateMcpServerRequestBuilder.builder();
    }

    /**
     * Returns a builder initialized with the components of this value.
     *
     * @return a new builder
     */
    public UpdateMcpServerRequestBuilder toBuilder() {
        return UpdateMcpServerRequestBuilder.builder(this);
    }
}
