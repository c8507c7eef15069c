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
 * The parameters of a tool as a JSON Schema object. Keywords without a component are kept as unknown fields.
 *
 * @param type the type, always {@code object}
 * @param properties the schema of each parameter
 * @param required the names of the required parameters
 * @param additionalProperties unknown fields, and known ones that are {@code null} or cannot be read, kept as received;
 *     never {@code null}
 */
@Model
public record ParameterSchema(
        @Nullable String type,
        @Omittable Map<String, JsonNode> properties,
        @Omittable List<String> required,
        @Omittable @JsonAnySetter @JsonAnyGetter Map<String, JsonNode> additionalProperties) {

    /** Copies collections. */
    public ParameterSchema {
        properties = Models.map(properties);
        required = Models.list(required);
        additionalProperties = Models.map(additionalProperties);
    }

    /**
     * Returns a builder.
     *
     * @return a new builder
     */
    public static ParameterSchemaBuilder builder() {
        return ParameterSchemaBuilder.builder();
    }

    /**
     * Returns a builder initialized with the components of this value.
     *
     * @return a new builder
     */
    public ParameterSchemaBuilder toBuilder() {
        return ParameterSchemaBuilder.builder(this);
    }
}
