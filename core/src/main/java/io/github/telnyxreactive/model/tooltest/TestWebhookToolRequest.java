package io.github.telnyxreactive.model.tooltest;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import io.github.telnyxreactive.internal.model.Models;
import io.github.telnyxreactive.model.Model;
import io.github.telnyxreactive.model.Omittable;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * A request to test a webhook tool.
 *
 * <p>API schema: {@code TestWebhookToolRequest}.
 *
 * @param arguments the arguments for the test
 * @param dynamicVariables the dynamic variables for the test
 * @param additionalProperties unknown fields, and known ones that are {@code null} or cannot be read, kept as received;
 *     never {@code null}
 */
@Model
public record TestWebhookToolRequest(
        @Omittable Map<String, JsonNode> arguments,
        @Omittable Map<String, JsonNode> dynamicVariables,
        @Omittable @JsonAnySetter @JsonAnyGetter Map<String, JsonNode> additionalProperties) {

    /** Copies collections. */
    public TestWebhookToolRequest {
        arguments = Models.map(arguments);
        dynamicVariables = Models.map(dynamicVariables);
        additionalProperties = Models.map(additionalProperties);
    }

    /**
     * Returns a builder.
     *
     * @return a new builder
     */
    public static TestWebhookToolRequestBuilder builder() {
        return TestWebhookToolRequestBuilder.builder();
    }

    /**
     * Returns a builder initialized with the components of this value.
     *
     * @return a new builder
     */
    public TestWebhookToolRequestBuilder toBuilder() {
        return TestWebhookToolRequestBuilder.builder(this);
    }
}
