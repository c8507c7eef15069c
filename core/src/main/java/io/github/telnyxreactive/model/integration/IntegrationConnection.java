package io.github.telnyxreactive.model.integration;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import io.github.telnyxreactive.internal.model.Models;
import io.github.telnyxreactive.model.Model;
import io.github.telnyxreactive.model.Omittable;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * A connection with an integration.
 *
 * <p>API schema: {@code IntegrationConnection}.
 *
 * @param id the id of the connection
 * @param integrationId the id of the integration
 * @param allowedTools the tools that may be used
 * @param additionalProperties the fields that have no component here, as they came; never {@code null}
 */
@Model
public record IntegrationConnection(
        String id,
        String integrationId,
        List<String> allowedTools,
        @Omittable @JsonAnySetter @JsonAnyGetter Map<String, JsonNode> additionalProperties) {

    /** Checks that what is required is there, and copies what could change. */
    public IntegrationConnection {
        Models.required(id, "id");
        Models.required(integrationId, "integration_id");
        allowedTools = Models.requiredList(allowedTools, "allowed_tools");
        additionalProperties = Models.map(additionalProperties);
    }

    /**
     * Starts a new value, with the required components first.
     *
     * @return the first stage of the builder
     */
    public static IntegrationConnectionBuilder.IdStage builder() {
        return IntegrationConnectionBuilder.builder();
    }

    /**
     * Starts from this value, to change some of it.
     *
     * @return a builder that holds every component of this value
     */
    public IntegrationConnectionBuilder toBuilder() {
        return IntegrationConnectionBuilder.builder(this);
    }
}
