package io.github.telnyxreactive.model.tool;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import io.github.telnyxreactive.internal.model.Models;
import io.github.telnyxreactive.model.Model;
import io.github.telnyxreactive.model.Omittable;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * A tool that hands off the conversation to another assistant.
 *
 * @param type always {@code handoff}
 * @param handoff the definition of the handoff
 * @param additionalProperties unknown fields, kept as received; never {@code null}
 */
@Model
public record HandoffTool(
        @Omittable String type,
        HandoffToolParams handoff,
        @Omittable @JsonAnySetter @JsonAnyGetter Map<String, JsonNode> additionalProperties)
        implements AssistantTool {

    /** The value of the discriminator field {@code type}. */
    public static final String TYPE = "handoff";

    /** Validates required components and copies collections; {@code type} is always {@link #TYPE}. */
    public HandoffTool {
        type = TYPE;
        Models.required(handoff, "handoff");
        additionalProperties = Models.map(additionalProperties);
    }

    /**
     * Returns a builder; required components come first.
     *
     * @return the first stage of the builder
     */
    public static HandoffToolBuilder.HandoffStage builder() {
        return HandoffToolBuilder.builder();
    }

    /**
     * Returns a builder initialized with the components of this value.
     *
     * @return a new builder
     */
    public HandoffToolBuilder toBuilder() {
        return HandoffToolBuilder.builder(this);
    }
}
