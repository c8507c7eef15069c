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
 * An integration that an assistant may use.
 *
 * <p>API schema: {@code AssistantIntegration}.
 *
 * @param integrationId the id of the integration in the catalogue, not of the connection
 * @param allowedList the tools of the integration that may be used; all if empty
 * @param additionalProperties unknown fields, and known ones that are {@code null} or cannot be read, kept as received;
 *     never {@code null}
 */
@Model
public record AssistantIntegration(
        @Required @Length(min = 1) @Nullable String integrationId,
        @Omittable List<String> allowedList,
        @Omittable @JsonAnySetter @JsonAnyGetter Map<String, JsonNode> additionalProperties) {

    /** Copies collections. */
    public AssistantIntegration {
        allowedList = Models.list(allowedList);
        additionalProperties = Models.map(additionalProperties);
    }

    /**
     * Returns a builder; required components come first.
     *
     * @return the first stage of the builder
     */
    public static AssistantIntegrationBuilder.IntegrationIdStage builder() {
        return AssistantIntegrationBuilder.builder();
    }

    /**
     * Returns a builder initialized with the components of this value.
     *
     * @return a new builder
     */
    public AssistantIntegrationBuilder toBuilder() {
        return AssistantIntegrationBuilder.builder(this);
    }
}
