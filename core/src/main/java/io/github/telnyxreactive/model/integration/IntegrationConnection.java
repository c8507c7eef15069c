package io.github.telnyxreactive.model.integration;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import io.github.telnyxreactive.internal.model.Models;
import io.github.telnyxreactive.model.Model;
import io.github.telnyxreactive.model.Omittable;
import io.github.telnyxreactive.model.Required;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A connection to an integration.
 *
 * <p>API schema: {@code IntegrationConnection}.
 *
 * @param id the id of the connection
 * @param integrationId the id of the integration
 * @param allowedTools the tools that may be used
 * @param additionalProperties unknown fields, and known ones that are {@code null} or cannot be read, kept as received;
 *     never {@code null}
 */
@Model
public record IntegrationConnection(
        String id,
        @Required @Nullable String integrationId,
        @Required @Omittable List<String> allowedTools,
        @Omittable @JsonAnySetter @JsonAnyGetter Map<String, JsonNode> additionalProperties) {

    /** Validates required components and copies collections. */
    public IntegrationConnection {
        Models.identity(id, "id");
        allowedTools = Models.list(allowedTools);
        additionalProperties = Models.map(additionalProperties);
    }

    /**
     * Returns a builder; required components come first.
     *
     * @return the first stage of the builder
     */
    public static IntegrationConnectionBuilder.IdStage builder() {
        return IntegrationConnectionBuilder.builder();
    }

    /**
     * Returns a builder initialized with the components of this value.
     *
     * @return a new builder
     */
    public IntegrationConnectionBuilder toBuilder() {
        return IntegrationConnectionBuilder.builder(this);
    }
}
