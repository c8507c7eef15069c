package io.github.telnyxreactive.model.tool;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import io.github.telnyxreactive.internal.model.Models;
import io.github.telnyxreactive.model.Model;
import io.github.telnyxreactive.model.Omittable;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The parameters of a tool as a JSON Schema object. Keywords without a component are kept with the unknown fields.
 *
 * @param type the type, always {@code object}
 * @param properties the schema of each parameter
 * @param required the parameters that have to be given
 * @param additionalProperties the fields that have no component here, as they came; never {@code null}
 */
@Model
public record ParameterSchema(
        @Nullable String type,
        @Omittable Map<String, JsonNode> properties,
        @Omittable List<String> required,
        @Omittable @JsonAnySetter @JsonAnyGetter Map<String, JsonNode> additionalProperties) {

    /** Checks that what is required is there, and copies what could change. */
    public ParameterSchema {
        properties = Models.map(properties);
        required = Models.list(required);
        additionalProperties = Models.map(additionalProperties);
    }

    /**
     * Starts a new value.
     *
     * @return the first stage of the builder
     */
    public static ParameterSchemaBuilder.ParameterSchemaBuilderStage builder() {
        return ParameterSchemaBuilder.builder();
    }

    /**
     * Starts from this value, to change some of it.
     *
     * @return a builder that holds every component of this value
     */
    public ParameterSchemaBuilder toBuilder() {
        return ParameterSchemaBuilder.builder(this);
    }
}
