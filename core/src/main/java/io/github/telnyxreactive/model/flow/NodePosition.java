package io.github.telnyxreactive.model.flow;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import io.github.telnyxreactive.internal.model.Models;
import io.github.telnyxreactive.model.Model;
import io.github.telnyxreactive.model.Omittable;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * Where something is drawn in an editor; it means nothing to the conversation.
 *
 * <p>API schema: {@code NodePosition}.
 *
 * @param x how far to the right
 * @param y how far down
 * @param additionalProperties the fields that have no component here, as they came; never {@code null}
 */
@Model
public record NodePosition(
        Double x,
        Double y,
        @Omittable @JsonAnySetter @JsonAnyGetter Map<String, JsonNode> additionalProperties) {

    /** Checks that what is required is there, and copies what could change. */
    public NodePosition {
        Models.required(x, "x");
        Models.required(y, "y");
        additionalProperties = Models.map(additionalProperties);
    }

    /**
     * Starts a new value, with the required components first.
     *
     * @return the first stage of the builder
     */
    public static NodePositionBuilder.XStage builder() {
        return NodePositionBuilder.builder();
    }

    /**
     * Starts from this value, to change some of it.
     *
     * @return a builder that holds every component of this value
     */
    public NodePositionBuilder toBuilder() {
        return NodePositionBuilder.builder(this);
    }
}
