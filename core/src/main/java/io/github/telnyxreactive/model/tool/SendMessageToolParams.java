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
 * What message is sent.
 *
 * @param messageTemplate a template of the message; the assistant writes it where this is absent
 * @param additionalProperties the fields that have no component here, as they came; never {@code null}
 */
@Model
public record SendMessageToolParams(
        @Nullable String messageTemplate,
        @Omittable @JsonAnySetter @JsonAnyGetter Map<String, JsonNode> additionalProperties) {

    /** Checks that what is required is there, and copies what could change. */
    public SendMessageToolParams {
        additionalProperties = Models.map(additionalProperties);
    }

    /**
     * Starts a new value.
     *
     * @return the first stage of the builder
     */
    public static SendMessageToolParamsBuilder.SendMessageToolParamsBuilderStage builder() {
        return SendMessageToolParamsBuilder.builder();
    }

    /**
     * Starts from this value, to change some of it.
     *
     * @return a builder that holds every component of this value
     */
    public SendMessageToolParamsBuilder toBuilder() {
        return SendMessageToolParamsBuilder.builder(this);
    }
}
