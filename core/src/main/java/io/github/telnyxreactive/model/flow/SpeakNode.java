package io.github.telnyxreactive.model.flow;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import io.github.telnyxreactive.internal.model.Models;
import io.github.telnyxreactive.model.Model;
import io.github.telnyxreactive.model.Omittable;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A node in which a text is spoken.
 *
 * <p>API schema: {@code SpeakNode}.
 *
 * @param type always {@code speak}
 * @param id the id of the node within the flow, chosen by the caller
 * @param message the text
 * @param name a name for people
 * @param position where it is drawn
 * @param additionalProperties the fields that have no component here, as they came; never {@code null}
 */
@Model
public record SpeakNode(
        @Omittable String type,
        String id,
        String message,
        @Nullable String name,
        @Nullable NodePosition position,
        @Omittable @JsonAnySetter @JsonAnyGetter Map<String, JsonNode> additionalProperties)
        implements FlowNode {

    /** What the field that tells the members of the union apart says. */
    public static final String TYPE = "speak";

    /** Checks that what is required is there, and copies what could change. */
    public SpeakNode {
        type = TYPE;
        Models.required(id, "id");
        Models.required(message, "message");
        additionalProperties = Models.map(additionalProperties);
    }

    /**
     * Starts a new value, with the required components first.
     *
     * @return the first stage of the builder
     */
    public static SpeakNodeBuilder.IdStage builder() {
        return SpeakNodeBuilder.builder();
    }

    /**
     * Starts from this value, to change some of it.
     *
     * @return a builder that holds every component of this value
     */
    public SpeakNodeBuilder toBuilder() {
        return SpeakNodeBuilder.builder(this);
    }
}
