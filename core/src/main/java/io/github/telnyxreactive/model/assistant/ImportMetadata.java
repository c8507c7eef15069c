package io.github.telnyxreactive.model.assistant;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import io.github.telnyxreactive.internal.model.Models;
import io.github.telnyxreactive.model.Model;
import io.github.telnyxreactive.model.Omittable;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Where an assistant was imported from.
 *
 * <p>API schema: {@code ImportMetadata}.
 *
 * @param importId its id there
 * @param importProvider from whom
 * @param additionalProperties the fields that have no component here, as they came; never {@code null}
 */
@Model
public record ImportMetadata(
        @Nullable String importId,
        @Nullable ImportProvider importProvider,
        @Omittable @JsonAnySetter @JsonAnyGetter Map<String, JsonNode> additionalProperties) {

    /** Checks that what is required is there, and copies what could change. */
    public ImportMetadata {
        additionalProperties = Models.map(additionalProperties);
    }

    /**
     * Starts a new value.
     *
     * @return the first stage of the builder
     */
    public static ImportMetadataBuilder.ImportMetadataBuilderStage builder() {
        return ImportMetadataBuilder.builder();
    }

    /**
     * Starts from this value, to change some of it.
     *
     * @return a builder that holds every component of this value
     */
    public ImportMetadataBuilder toBuilder() {
        return ImportMetadataBuilder.builder(this);
    }
}
