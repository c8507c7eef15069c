package io.github.telnyxreactive.model.mcpserver;

import io.github.telnyxreactive.model.Model;
import io.github.telnyxreactive.model.limit.Length;
import io.github.telnyxreactive.model.limit.Range;
import org.jspecify.annotations.Nullable;

/**
 * Filters for listing MCP servers. Components left out do not restrict the list.
 *
 * @param type only the servers with this type of transport
 * @param url only the servers with this URL
 * @param pageSize the number of servers per page, 1 to 100; defaults to 100
 */
@Model
public record McpServerListParams(
        @Nullable String type,
        @Length(min = 1) @Nullable String url,
        @Range(min = 1, max = 100) @Nullable Integer pageSize) {

    /**
     * Returns a builder.
     *
     * @return a new builder
     */
    public static McpServerListParamsBuilder builder() {
        return McpServerListParamsBuilder.builder();
    }

    /**
     * Returns a builder initialized with the components of this value.
     *
     * @return a new builder
     */
    public McpServerListParamsBuilder toBuilder() {
        return McpServerListParamsBuilder.builder(this);
    }
}
