package io.github.telnyxreactive.model.assistant;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import io.github.telnyxreactive.internal.model.Models;
import io.github.telnyxreactive.model.Model;
import io.github.telnyxreactive.model.Omittable;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * An integration that an assistant may use.
 *
 * <p>API schema: {@code AssistantIntegration}.
 *
 * @param integrationId the id of the integration in the catalogue, not of the connection
 * @param allowedList the tools of it that may be used; all where this is empty
 * @param additionalProperties the fields that have no component here, as they came; never {@code null}
 */
@Model
public record AssistantIntegration(
        String integrationId,
        @Omittable List<String> allowedList,
        @Omittable @JsonAnySetter @JsonAnyGetter Map<String, JsonNode> additionalProperties) {

    /** Checks that what is required is there, and copies what could change. */
    public AssistantIntegration {
        Models.required(integrationId, "integration_id");
        allowedList = Models.list(allowedList);
        additionalProperties = Models.map(additionalProperties);
    }

    /**
     * Starts a new value, with the required components first.
     *
     * @return the first stage of the builder
     */
    public static AssistantIntegrationBuilder.IntegrationIdStage builder() {
        return AssistantIntegrationBuilder.builder();
    }

    /**
     * Starts from this value, to change some of it.
     *
     * @return a builder that holds every component of this value
     */
    public AssistantIntegrationBuilder toBuilder() {
        return AssistantIntegrationBuilder.builder(this);
    }
}
