package io.github.telnyxreactive.model.setting;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import io.github.telnyxreactive.internal.model.Models;
import io.github.telnyxreactive.model.Model;
import io.github.telnyxreactive.model.Omittable;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A language model outside of Telnyx's own choice.
 *
 * <p>API schema: {@code ExternalLLM}.
 *
 * @param baseUrl the base URL of the endpoint
 * @param model the model, as the endpoint names it
 * @param authenticationMethod how the service proves itself
 * @param certificateRef the integration secret with the client certificate, for the authentication by certificate
 * @param forwardMetadata whether the dynamic variables of the assistant are sent along; the service does not where this
 *     is absent
 * @param llmApiKeyRef the integration secret with the key of the endpoint
 * @param tokenRetrievalUrl where to get an access token, for the authentication by certificate
 * @param additionalProperties unknown fields, kept as received; never {@code null}
 */
@Model
public record ExternalLlm(
        String baseUrl,
        String model,
        @Nullable AuthenticationMethod authenticationMethod,
        @Nullable String certificateRef,
        @Nullable Boolean forwardMetadata,
        @Nullable String llmApiKeyRef,
        @Nullable String tokenRetrievalUrl,
        @Omittable @JsonAnySetter @JsonAnyGetter Map<String, JsonNode> additionalProperties) {

    /** Validates required components and copies collections. */
    public ExternalLlm {
        Models.required(baseUrl, "base_url");
        Models.required(model, "model");
        additionalProperties = Models.map(additionalProperties);
    }

    /**
     * Returns a builder; required components come first.
     *
     * @return the first stage of the builder
     */
    public static ExternalLlmBuilder.BaseUrlStage builder() {
        return ExternalLlmBuilder.builder();
    }

    /**
     * Returns a builder initialized with the components of this value.
     *
     * @return a new builder
     */
    public ExternalLlmBuilder toBuilder() {
        return ExternalLlmBuilder.builder(this);
    }
}
