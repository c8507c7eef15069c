package io.github.telnyxreactive.model.setting;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import io.github.telnyxreactive.internal.model.Models;
import io.github.telnyxreactive.model.Model;
import io.github.telnyxreactive.model.Omittable;
import io.github.telnyxreactive.model.Required;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A language model at an external endpoint, not one selected by Telnyx.
 *
 * <p>API schema: {@code ExternalLLM}.
 *
 * @param baseUrl the base URL of the endpoint
 * @param model the model name at the endpoint
 * @param authenticationMethod how the service authenticates with the endpoint
 * @param certificateRef the integration secret that holds the client certificate, for certificate authentication
 * @param forwardMetadata whether to forward the dynamic variables of the assistant to the endpoint; if absent, they are
 *     not forwarded
 * @param llmApiKeyRef the integration secret that holds the API key of the endpoint
 * @param tokenRetrievalUrl the URL from which an access token is retrieved, for certificate authentication
 * @param additionalProperties unknown fields, and known ones that are {@code null} or cannot be read, kept as received;
 *     never {@code null}
 */
@Model
public record ExternalLlm(
        @Required @Nullable String baseUrl,
        @Required @Nullable String model,
        @Nullable AuthenticationMethod authenticationMethod,
        @Nullable String certificateRef,
        @Nullable Boolean forwardMetadata,
        @Nullable String llmApiKeyRef,
        @Nullable String tokenRetrievalUrl,
        @Omittable @JsonAnySetter @JsonAnyGetter Map<String, JsonNode> additionalProperties) {

    /** Copies collections. */
    public ExternalLlm {
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
