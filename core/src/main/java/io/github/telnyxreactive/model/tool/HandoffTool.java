package io.github.telnyxreactive.model.tool;

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
 * A tool that hands off the conversation to another assistant.
 *
 * @param type always {@code handoff}
 * @param handoff the definition of the handoff
 * @param additionalProperties unknown fields, and known ones that are {@code null} or cannot be read, kept as received;
 *     never {@code null}
 */
@Model
public record HandoffTool(
        @Omittable String type,
        @Required @Nullable HandoffToolParams handoff,
        @Omittable @JsonAnySetter @JsonAnyGetter Map<String, JsonNode> additionalProperties)
        implements AssistantTool {

    /** The value of the discriminator field {@code type}. */
    public static final String TYPE = "handoff";

    /** Copies collections; {@code type} is always {@link #TYPE}. */
    public HandoffTool {
        type = TYPE;
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
