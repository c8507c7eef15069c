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
 * An integration that assistants can be connected to.
 *
 * <p>API schema: {@code Integration}.
 *
 * @param id the id of the integration
 * @param name the technical name
 * @param displayName the display name
 * @param description what the integration is
 * @param logoUrl the URL of the logo
 * @param status whether the integration is connected
 * @param availableTools the tools that the integration provides
 * @param additionalProperties unknown fields, and known ones that are {@code null} or cannot be read, kept as received;
 *     never {@code null}
 */
@Model
public record Integration(
        String id,
        @Required @Nullable String name,
        @Required @Nullable String displayName,
        @Required @Nullable String description,
        @Required @Nullable String logoUrl,
        @Required @Nullable IntegrationStatus status,
        @Required @Omittable List<String> availableTools,
        @Omittable @JsonAnySetter @JsonAnyGetter Map<String, JsonNode> additionalProperties) {

    /** Validates required components and copies collections. */
    public Integration {
        Models.identity(id, "id");
        availableTools = Models.list(availableTools);
        additionalProperties = Models.map(additionalProperties);
    }

    /**
     * Returns a builder; required components come first.
     *
     * @return the first stage of the builder
     */
    public static IntegrationBuilder.IdStage builder() {
        return IntegrationBuilder.builder();
    }

    /**
     * Returns a builder initialized with the components of this value.
     *
     * @return a new builder
     */
    public IntegrationBuilder toBuilder() {
        return IntegrationBuilder.builder(this);
    }
}
