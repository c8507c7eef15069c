package io.github.telnyxreactive.model.mcpserver;

import io.github.telnyxreactive.model.Model;
import org.jspecify.annotations.Nullable;

/**
 * Which servers to list. What is left out does not restrict the list.
 *
 * @param type only servers of this type
 * @param url only servers with this address
 * @param pageSize how many servers to ask for in one request, 1 to 100; 100 where this is absent
 */
@Model
public record McpServerListParams(
        @Nullable String type,
        @Nullable String url,
        @Nullable Integer pageSize) {

    /**
     * Returns a builder.
     *
     * @return a new builder
     */
    public static McpServerListParamsBuilder.McpServerListParamsBuilderStage builder() {
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
