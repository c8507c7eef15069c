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
 * A header of a request or a call.
 *
 * @param name its name
 * @param value its value, which may be a template
 * @param additionalProperties the fields that have no component here, as they came; never {@code null}
 */
@Model
public record CustomHeader(
        @Nullable String name,
        @Nullable String value,
        @Omittable @JsonAnySetter @JsonAnyGetter Map<String, JsonNode> additionalProperties) {

    /** Checks that what is required is there, and copies what could change. */
    public CustomHeader {
        additionalProperties = Models.map(additionalProperties);
    }

    /**
     * Starts a new value.
     *
     * @return the first stage of the builder
     */
    public static CustomHeaderBuilder.CustomHeaderBuilderStage builder() {
        return CustomHeaderBuilder.builder();
    }

    /**
     * Starts from this value, to change some of it.
     *
     * @return a builder that holds every component of this value
     */
    public CustomHeaderBuilder toBuilder() {
        return CustomHeaderBuilder.builder(this);
    }
}
