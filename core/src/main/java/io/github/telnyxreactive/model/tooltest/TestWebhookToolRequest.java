package io.github.telnyxreactive.model.tooltest;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import io.github.telnyxreactive.internal.model.Models;
import io.github.telnyxreactive.model.Model;
import io.github.telnyxreactive.model.Omittable;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * With what to try a webhook.
 *
 * <p>API schema: {@code TestWebhookToolRequest}.
 *
 * @param arguments the arguments
 * @param dynamicVariables the dynamic variables
 * @param additionalProperties the fields that have no component here, as they came; never {@code null}
 */
@Model
public record TestWebhookToolRequest(
        @Omittable Map<String, JsonNode> arguments,
        @Omittable Map<String, JsonNode> dynamicVariables,
        @Omittable @JsonAnySetter @JsonAnyGetter Map<String, JsonNode> additionalProperties) {

    /** Checks that what is required is there, and copies what could change. */
    public TestWebhookToolRequest {
        arguments = Models.map(arguments);
        dynamicVariables = Models.map(dynamicVariables);
        additionalProperties = Models.map(additionalProperties);
    }

    /**
     * Starts a new value.
     *
     * @return the first stage of the builder
     */
    public static TestWebhookToolRequestBuilder.TestWebhookToolRequestBuilderStage builder() {
        return TestWebhookToolRequestBuilder.builder();
    }

    /**
     * Starts from this value, to change some of it.
     *
     * @return a builder that holds every component of this value
     */
    public TestWebhookToolRequestBuilder toBuilder() {
        return TestWebhookToolRequestBuilder.builder(this);
    }
}
