package io.github.telnyxreactive.model.tool;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import io.github.telnyxreactive.internal.model.Models;
import io.github.telnyxreactive.model.Model;
import io.github.telnyxreactive.model.Omittable;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * How a payment is taken.
 *
 * <p>API schema: {@code PayToolParams}.
 *
 * @param connectorName the payment connector
 * @param currency the currency
 * @param description what the tool does, for the assistant
 * @param paymentMethod the method of payment
 * @param additionalProperties the fields that have no component here, as they came; never {@code null}
 */
@Model
public record PayToolParams(
        String connectorName,
        @Nullable String currency,
        @Nullable String description,
        @Nullable String paymentMethod,
        @Omittable @JsonAnySetter @JsonAnyGetter Map<String, JsonNode> additionalProperties) {

    /** Checks that what is required is there, and copies what could change. */
    public PayToolParams {
        Models.required(connectorName, "connector_name");
        additionalProperties = Models.map(additionalProperties);
    }

    /**
     * Starts a new value, with the required components first.
     *
     * @return the first stage of the builder
     */
    public static PayToolParamsBuilder.ConnectorNameStage builder() {
        return PayToolParamsBuilder.builder();
    }

    /**
     * Starts from this value, to change some of it.
     *
     * @return a builder that holds every component of this value
     */
    public PayToolParamsBuilder toBuilder() {
        return PayToolParamsBuilder.builder(this);
    }
}
