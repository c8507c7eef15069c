package io.github.telnyxreactive.model.flow;

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
 * A node that speaks a fixed message.
 *
 * <p>API schema: {@code SpeakNode}.
 *
 * @param type always {@code speak}
 * @param id the id of the node within the flow, chosen by the caller
 * @param message the message
 * @param name the display name
 * @param position the position of the node in an editor
 * @param additionalProperties unknown fields, and known ones that are {@code null} or cannot be read, kept as received;
 *     never {@code null}
 */
@Model
public record SpeakNode(
        @Omittable String type,
        @Required @Nullable String id,
        @Required @Nullable String message,
        @Nullable String name,
        @Nullable NodePosition position,
        @Omittable @JsonAnySetter @JsonAnyGetter Map<String, JsonNode> additionalProperties)
        implements FlowNode {

    /** The value of the discriminator field {@code type}. */
    public static final String TYPE = "speak";

    /** Copies collections; {@code type} is always {@link #TYPE}. */
    public SpeakNode {
        type = TYPE;
        additionalProperties = Models.map(additionalProperties);
    }

    /**
     * Returns a builder; required components come first.
     *
     * @return the first stage of the builder
     */
    public static SpeakNodeBuilder.IdStage builder() {
        return SpeakNodeBuilder.builder();
    }

    /**
     * Returns a builder initialized with the components of this value.
     *
     * @return a new builder
     */
    public SpeakNodeBuilder toBuilder() {
        return SpeakNodeBuilder.builder(this);
    }
}
