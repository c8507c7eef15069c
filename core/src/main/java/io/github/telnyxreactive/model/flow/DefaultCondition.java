package io.github.telnyxreactive.model.flow;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import io.github.telnyxreactive.internal.model.Models;
import io.github.telnyxreactive.model.Model;
import io.github.telnyxreactive.model.Omittable;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * Met if no other condition is.
 *
 * @param type always {@code default}
 * @param additionalProperties the fields that have no component here, as they came; never {@code null}
 */
@Model
public record DefaultCondition(
        @Omittable String type,
        @Omittable @JsonAnySetter @JsonAnyGetter Map<String, JsonNode> additionalProperties) implements Condition {

    /** What the field that tells the members of the union apart says. */
    public static final String TYPE = "default";

    /** Checks that what is required is there, and copies what could change. */
    public DefaultCondition {
        type = TYPE;
        additionalProperties = Models.map(additionalProperties);
    }

    /**
     * Starts a new value.
     *
     * @return the first stage of the builder
     */
    public static DefaultConditionBuilder.DefaultConditionBuilderStage builder() {
        return DefaultConditionBuilder.builder();
    }

    /**
     * Starts from this value, to change some of it.
     *
     * @return a builder that holds every component of this value
     */
    public DefaultConditionBuilder toBuilder() {
        return DefaultConditionBuilder.builder(this);
    }
}
