package io.github.telnyxreactive.model.tool;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import io.github.telnyxreactive.internal.model.Models;
import io.github.telnyxreactive.model.Model;
import io.github.telnyxreactive.model.Omittable;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * A tool that the client runs.
 *
 * <p>API schema: {@code ClientSideToolParams}.
 *
 * @param name the name of the tool
 * @param description what the tool does, for the assistant
 * @param parameters its parameters
 * @param additionalProperties the fields that have no component here, as they came; never {@code null}
 */
@Model
public record ClientSideToolParams(
        String name,
        String description,
        ParameterSchema parameters,
        @Omittable @JsonAnySetter @JsonAnyGetter Map<String, JsonNode> additionalProperties) {

    /** Checks that what is required is there, and copies what could change. */
    public ClientSideToolParams {
        Models.required(name, "name");
        Models.required(description, "description");
        Models.required(parameters, "parameters");
        additionalProperties = Models.map(additionalProperties);
    }

    /**
     * Starts a new value, with the required components first.
     *
     * @return the first stage of the builder
     */
    public static ClientSideToolParamsBuilder.NameStage builder() {
        return ClientSideToolParamsBuilder.builder();
    }

    /**
     * Starts from this value, to change some of it.
     *
     * @return a builder that holds every component of this value
     */
    public ClientSideToolParamsBuilder toBuilder() {
        return ClientSideToolParamsBuilder.builder(this);
    }
}
