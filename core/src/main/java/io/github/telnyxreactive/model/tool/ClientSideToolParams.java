package io.github.telnyxreactive.model.tool;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import io.github.telnyxreactive.internal.model.Models;
import io.github.telnyxreactive.model.Model;
import io.github.telnyxreactive.model.Omittable;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * The definition of a tool that the client runs.
 *
 * <p>API schema: {@code ClientSideToolParams}.
 *
 * @param name the name of the tool
 * @param description the description of the tool that the assistant sees
 * @param parameters the parameters of the tool
 * @param additionalProperties unknown fields, kept as received; never {@code null}
 */
@Model
public record ClientSideToolParams(
        String name,
        String description,
        ParameterSchema parameters,
        @Omittable @JsonAnySetter @JsonAnyGetter Map<String, JsonNode> additionalProperties) {

    /** Validates required components and copies collections. */
    public ClientSideToolParams {
        Models.required(name, "name");
        Models.required(description, "description");
        Models.required(parameters, "parameters");
        additionalProperties = Models.map(additionalProperties);
    }

    /**
     * Returns a builder; required components come first.
     *
     * @return the first stage of the builder
     */
    public static ClientSideToolParamsBuilder.NameStage builder() {
        return ClientSideToolParamsBuilder.builder();
    }

    /**
     * Returns a builder initialized with the components of this value.
     *
     * @return a new builder
     */
    public ClientSideToolParamsBuilder toBuilder() {
        return ClientSideToolParamsBuilder.builder(this);
    }
}
