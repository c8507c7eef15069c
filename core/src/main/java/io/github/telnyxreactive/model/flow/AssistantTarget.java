package io.github.telnyxreactive.model.flow;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import io.github.telnyxreactive.internal.model.Models;
import io.github.telnyxreactive.model.Model;
import io.github.telnyxreactive.model.Omittable;
import io.github.telnyxreactive.model.Required;
import io.github.telnyxreactive.model.limit.Length;
import io.github.telnyxreactive.model.setting.VoiceMode;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A transition to another assistant.
 *
 * @param type always {@code assistant}
 * @param assistantId the id of the assistant
 * @param position the position of the assistant in an editor
 * @param voiceMode which voice speaks after the handoff
 * @param additionalProperties unknown fields, and known ones that are {@code null} or cannot be read, kept as received;
 *     never {@code null}
 */
@Model
public record AssistantTarget(
        @Omittable String type,
        @Required @Length(min = 1) @Nullable String assistantId,
        @Nullable NodePosition position,
        @Nullable VoiceMode voiceMode,
        @Omittable @JsonAnySetter @JsonAnyGetter Map<String, JsonNode> additionalProperties)
        implements EdgeTarget {

    /** The value of the discriminator field {@code type}. */
    public static final String TYPE = "assistant";

    /** Copies collections; {@code type} is always {@link #TYPE}. */
    public AssistantTarget {
        type = TYPE;
        additionalProperties = Models.map(additionalProperties);
    }

    /**
     * Returns a builder; required components come first.
     *
     * @return the first stage of the builder
     */
    public static AssistantTargetBuilder.AssistantIdStage builder() {
        return AssistantTargetBuilder.builder();
    }

    /**
     * Returns a builder initialized with the components of this value.
     *
     * @return a new builder
     */
    public AssistantTargetBuilder toBuilder() {
        return AssistantTargetBuilder.builder(this);
    }
}
