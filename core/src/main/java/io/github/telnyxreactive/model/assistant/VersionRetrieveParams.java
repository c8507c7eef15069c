package io.github.telnyxreactive.model.assistant;

import io.github.telnyxreactive.model.Model;
import org.jspecify.annotations.Nullable;

/**
 * What to read with a version. What is left out is not asked for.
 *
 * @param includeMcpServers whether the MCP servers are told
 */
@Model
public record VersionRetrieveParams(@Nullable Boolean includeMcpServers) {

    /**
     * Returns a builder.
     *
     * @return a new builder
     */
    public static VersionRetrieveParamsBuilder.VersionRetrieveParamsBuilderStage builder() {
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
