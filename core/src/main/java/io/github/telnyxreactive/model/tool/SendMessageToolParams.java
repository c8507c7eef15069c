package io.github.telnyxreactive.model.tool;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import io.github.telnyxreactive.internal.model.Models;
import io.github.telnyxreactive.model.Field;
import io.github.telnyxreactive.model.Model;
import io.github.telnyxreactive.model.Omittable;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * The definition of a text message to send.
 *
 * @param messageTemplate a template of the message; if absent, the assistant writes the message
 * @param additionalProperties unknown fields, and known ones that are {@code null} or cannot be read, kept as received;
 *     never {@code null}
 */
@Model
public record SendMessageToolParams(
        @Omittable Field<String> messageTemplate,
        @Omittable @JsonAnySetter @JsonAnyGetter Map<String, JsonNode> additionalProperties) {

    /** Copies collections. */
    public SendMessageToolParams {
        messageTemplate = Field.orUnchanged(messageTemplate);
        additionalProperties = Models.map(additionalProperties);
    }

    /**
     * Returns a builder.
     *
     * @return a new builder
     */
    public static SendMessageToolParamsBuilder builder() {
        return SendMessageToolParamsBuilder.builder();
    }

    /**
     * Returns a builder initialized with the components of this value.
     *
     * @return a new builder
     */
    public SendMessageToolParamsBuilder toBuilder() {
        return SendMessageToolParamsBuilder.builder(this);
    }
}
