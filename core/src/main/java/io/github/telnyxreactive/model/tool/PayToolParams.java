package io.github.telnyxreactive.model.tool;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import io.github.telnyxreactive.internal.model.Models;
import io.github.telnyxreactive.model.Field;
import io.github.telnyxreactive.model.Model;
import io.github.telnyxreactive.model.Omittable;
import io.github.telnyxreactive.model.Required;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The definition of a payment.
 *
 * <p>API schema: {@code PayToolParams}.
 *
 * @param connectorName the name of the payment connector
 * @param currency the currency
 * @param description the description of the tool that the assistant sees
 * @param paymentMethod the payment method
 * @param additionalProperties unknown fields, and known ones that are {@code null} or cannot be read, kept as received;
 *     never {@code null}
 */
@Model
public record PayToolParams(
        @Required @Nullable String connectorName,
        @Nullable String currency,
        @Omittable Field<String> description,
        @Nullable String paymentMethod,
        @Omittable @JsonAnySetter @JsonAnyGetter Map<String, JsonNode> additionalProperties) {

    /** Copies collections. */
    public PayToolParams {
        description = Field.orUnchanged(description);
        additionalProperties = Models.map(additionalProperties);
    }

    /**
     * Returns a builder; required components come first.
     *
     * @return the first stage of the builder
     */
    public static PayToolParamsBuilder.ConnectorNameStage builder() {
        return PayToolParamsBuilder.builder();
    }

    /**
     * Returns a builder initialized with the components of this value.
     *
     * @return a new builder
     */
    public PayToolParamsBuilder toBuilder() {
        return PayToolParamsBuilder.builder(this);
    }
}
