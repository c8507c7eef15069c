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
     * Starts a new value.
     *
     * @return the first stage of the builder
     */
    public static VersionRetrieveParamsBuilder.VersionRetrieveParamsBuilderStage builder() {
        return VersionRetrieveParamsBuilder.builder();
    }

    /**
     * Starts from this value, to change some of it.
     *
     * @return a builder that holds every component of this value
     */
    public VersionRetrieveParamsBuilder toBuilder() {
        return VersionRetrieveParamsBuilder.builder(this);
    }
}
