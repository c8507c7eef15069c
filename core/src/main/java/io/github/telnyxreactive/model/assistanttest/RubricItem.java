package io.github.telnyxreactive.model.assistanttest;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import io.github.telnyxreactive.internal.model.Models;
import io.github.telnyxreactive.model.Model;
import io.github.telnyxreactive.model.Omittable;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * One criterion by which the service judges a conversation.
 *
 * @param name the label of the criterion
 * @param criteria how to judge whether the criterion is met
 * @param additionalProperties the fields that have no component here, as they came; never {@code null}
 */
@Model
public record RubricItem(
        String name,
        String criteria,
        @Omittable @JsonAnySetter @JsonAnyGetter Map<String, JsonNode> additionalProperties) {

    /** Checks that what is required is there, and copies what could change. */
    public RubricItem {
        Models.required(name, "name");
        Models.required(criteria, "criteria");
        additionalProperties = Models.map(additionalProperties);
    }

    /**
     * Starts a new value, with the required components first.
     *
     * @return the first stage of the builder
     */
    public static RubricItemBuilder.NameStage builder() {
        return RubricItemBuilder.builder();
    }

    /**
     * Starts from this value, to change some of it.
     *
     * @return a builder that holds every component of this value
     */
    public RubricItemBuilder toBuilder() {
        return RubricItemBuilder.builder(this);
    }
}
