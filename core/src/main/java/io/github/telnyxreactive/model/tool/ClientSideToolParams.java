package io.github.telnyxreactive.model.tool;

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
 * The definition of a tool that the client runs.
 *
 * <p>API schema: {@code ClientSideToolParams}.
 *
 * @param name the name of the tool
 * @param description the description of the tool that the assistant sees
 * @param parameters the parameters of the tool
 * @param additionalProperties unknown fields, and known ones that are {@code null} or cannot be read, kept as received;
 *     never {@code null}
 */
@Model
public record ClientSideToolParams(
        @Required @Nullable String name,
        @Required @Nullable String description,
        @Required @Nullable ParameterSchema parameters,
        @Omittable @JsonAnySetter @JsonAnyGetter Map<String, JsonNode> additionalProperties) {

    /** Copies collections. */
    public ClientSideToolParams {
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
