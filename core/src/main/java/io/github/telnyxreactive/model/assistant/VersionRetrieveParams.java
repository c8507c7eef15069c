package io.github.telnyxreactive.model.assistant;

import io.github.telnyxreactive.model.Model;
import org.jspecify.annotations.Nullable;

/**
 * Query parameters for retrieving a version of an assistant. Components left out are not sent.
 *
 * @param includeMcpServers whether to include the MCP servers
 */
@Model
public record VersionRetrieveParams(@Nullable Boolean includeMcpServers) {

    /**
     * Returns a builder.
     *
     * @return a new builder
     */
    public static VersionRetrieveParamsBuilder builder() {
        return VersionRetrieveParamsBuilder.builder();
    }

    /**
     * Returns a builder initialized with the components of this value.
     *
     * @return a new builder
     */
    public VersionRetrieveParamsBuilder toBuilder() {
        return VersionRetrieveParamsBuilder.builder(this);
    }
}
