package io.github.telnyxreactive.model.tooltest;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import io.github.telnyxreactive.internal.model.Models;
import io.github.telnyxreactive.model.Model;
import io.github.telnyxreactive.model.Omittable;
import java.util.Map;
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
 * @param additionalProperties unknown fields, kept as received; never {@code null}
 */
@Model
public record TestWebhookToolResponse(
        String contentType,
        Map<String, JsonNode> request,
        String response,
        Integer statusCode,
        Boolean success,
        @Omittable @JsonAnySetter @JsonAnyGetter Map<String, JsonNode> additionalProperties) {

    /** Validates required components and copies collections. */
    public TestWebhookToolResponse {
        Models.required(contentType, "content_type");
        request = Models.map(Models.required(request, "request"));
        Models.required(response, "response");
        Models.required(statusCode, "status_code");
        Models.required(success, "success");
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
