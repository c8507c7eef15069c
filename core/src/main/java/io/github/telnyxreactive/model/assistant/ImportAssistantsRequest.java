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
 * A request to import assistants from another provider.
 *
 * <p>API schema: {@code ImportAssistantsRequest}.
 *
 * @param apiKeyRef the integration secret that holds the API key of the other provider
 * @param provider the provider to import from
 * @param importIds the ids of the assistants at the provider; all if empty
 * @param additionalProperties unknown fields, and known ones that are {@code null} or cannot be read, kept as received;
 *     never {@code null}
 */
@Model
public record ImportAssistantsRequest(
        String apiKeyRef,
        ImportProvider provider,
        @Omittable List<String> importIds,
        @Omittable @JsonAnySetter @JsonAnyGetter Map<String, JsonNode> additionalProperties) {

    /** Validates required components and copies collections. */
    public ImportAssistantsRequest {
        Models.required(apiKeyRef, "api_key_ref");
        Models.required(provider, "provider");
        importIds = Models.list(importIds);
        additionalProperties = Models.map(additionalProperties);
    }

    /**
     * Returns a builder; required components come first.
     *
     * @return the first stage of the builder
     */
    public static ImportAssistantsRequestBuilder.ApiKeyRefStage builder() {
        return ImportAssistantsRequestBuilder.builder();
    }

    /**
     * Returns a builder initialized with the components of this value.
     *
     * @return a new builder
     */
    public ImportAssistantsRequestBuilder toBuilder() {
        return ImportAssistantsRequestBuilder.builder(this);
    }
}
