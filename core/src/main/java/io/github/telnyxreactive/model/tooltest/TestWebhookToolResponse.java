package io.github.telnyxreactive.model.tooltest;

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
 * The result of testing a webhook tool.
 *
 * <p>API schema: {@code TestWebhookToolResponse}.
 *
 * @param contentType the content type of the response of the webhook
 * @param request the request that was sent to the webhook
 * @param response the body of the response of the webhook
 * @param statusCode the HTTP status code of the response of the webhook
 * @param success whether the test succeeded
 * @param additionalProperties unknown fields, and known ones that are {@code null} or cannot be read, kept as received;
 *     never {@code null}
 */
@Model
public record TestWebhookToolResponse(
        @Required @Nullable String contentType,
        @Required @Omittable Map<String, JsonNode> request,
        @Required @Nullable String response,
        @Required @Nullable Integer statusCode,
        @Required @Nullable Boolean success,
        @Omittable @JsonAnySetter @JsonAnyGetter Map<String, JsonNode> additionalProperties) {

    /** Copies collections. */
    public TestWebhookToolResponse {
        request = Models.map(request);
        additionalProperties = Models.map(additionalProperties);
    }

    /**
     * Returns a builder; required components come first.
     *
     * @return the first stage of the builder
     */
    public static TestWebhookToolResponseBuilder.ContentTypeStage builder() {
        return TestWebhookToolResponseBuilder.builder();
    }

    /**
     * Returns a builder initialized with the components of this value.
     *
     * @return a new builder
     */
    public TestWebhookToolResponseBuilder toBuilder() {
        return TestWebhookToolResponseBuilder.builder(this);
    }
}
