package io.github.telnyxreactive.model.tool;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import io.github.telnyxreactive.internal.model.Models;
import io.github.telnyxreactive.model.Model;
import io.github.telnyxreactive.model.Omittable;
import io.github.telnyxreactive.model.Required;
import io.github.telnyxreactive.model.limit.Range;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The definition of a webhook.
 *
 * <p>API schema: {@code WebhookToolParams}.
 *
 * @param name the name of the tool
 * @param description the description of the tool that the assistant sees
 * @param url the URL; may contain names of path parameters in braces
 * @param async whether the assistant continues without waiting for the response
 * @param asyncTimeoutMs how long an asynchronous call still waits for the response, 1 to 15000 milliseconds
 * @param bodyParameters the parameters in the body
 * @param headers the headers
 * @param method the HTTP method
 * @param pathParameters the parameters in the path
 * @param queryParameters the parameters in the query
 * @param storeFieldsAsVariables the values of the response to store in dynamic variables
 * @param timeoutMs the timeout for the response, 500 to 10000 milliseconds; applies only if the call is not
 *     asynchronous
 * @param additionalProperties unknown fields, and known ones that are {@code null} or cannot be read, kept as received;
 *     never {@code null}
 */
@Model
public record WebhookToolParams(
        @Required @Nullable String name,
        @Required @Nullable String description,
        @Required @Nullable String url,
        @Nullable Boolean async,
        @Range(min = 1, max = 15000) @Nullable Integer asyncTimeoutMs,
        @Nullable ParameterSchema bodyParameters,
        @Omittable List<CustomHeader> headers,
        @Nullable WebhookMethod method,
        @Nullable ParameterSchema pathParameters,
        @Nullable ParameterSchema queryParameters,
        @Omittable List<StoredVariable> storeFieldsAsVariables,
        @Range(min = 500, max = 10000) @Nullable Integer timeoutMs,
        @Omittable @JsonAnySetter @JsonAnyGetter Map<String, JsonNode> additionalProperties) {

    /** Copies collections. */
    public WebhookToolParams {
        headers = Models.list(headers);
        storeFieldsAsVariables = Models.list(storeFieldsAsVariables);
        additionalProperties = Models.map(additionalProperties);
    }

    /**
     * Returns a builder; required components come first.
     *
     * @return the first stage of the builder
     */
    public static WebhookToolParamsBuilder.NameStage builder() {
        return WebhookToolParamsBuilder.builder();
    }

    /**
     * Returns a builder initialized with the components of this value.
     *
     * @return a new builder
     */
    public WebhookToolParamsBuilder toBuilder() {
        return WebhookToolParamsBuilder.builder(this);
    }
}
