package io.github.telnyxreactive.model.tool;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import io.github.telnyxreactive.internal.model.Models;
import io.github.telnyxreactive.model.Model;
import io.github.telnyxreactive.model.Omittable;
import io.github.telnyxreactive.model.limit.Range;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * How a webhook is called.
 *
 * <p>API schema: {@code WebhookToolParams}.
 *
 * @param name the name of the tool
 * @param description what the tool does, for the assistant
 * @param url the address, which may hold names of parameters in braces
 * @param async whether the assistant goes on without waiting for the answer
 * @param asyncTimeoutMs how long it waits all the same, 1 to 15000 milliseconds
 * @param bodyParameters the parameters in the body
 * @param headers the headers
 * @param method the HTTP method
 * @param pathParameters the parameters in the path
 * @param queryParameters the parameters in the query
 * @param storeFieldsAsVariables what is taken from the answer into dynamic variables
 * @param timeoutMs how long the answer is waited for, 500 to 10000 milliseconds, unless the call is asynchronous
 * @param additionalProperties the fields that have no component here, as they came; never {@code null}
 */
@Model
public record WebhookToolParams(
        String name,
        String description,
        String url,
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

    /** Checks that what is required is there, and copies what could change. */
    public WebhookToolParams {
        Models.required(name, "name");
        Models.required(description, "description");
        Models.required(url, "url");
        headers = Models.list(headers);
        storeFieldsAsVariables = Models.list(storeFieldsAsVariables);
        additionalProperties = Models.map(additionalProperties);
    }

    /**
     * Starts a new value, with the required components first.
     *
     * @return the first stage of the builder
     */
    public static WebhookToolParamsBuilder.NameStage builder() {
        return WebhookToolParamsBuilder.builder();
    }

    /**
     * Starts from this value, to change some of it.
     *
     * @return a builder that holds every component of this value
     */
    public WebhookToolParamsBuilder toBuilder() {
        return WebhookToolParamsBuilder.builder(this);
    }
}
