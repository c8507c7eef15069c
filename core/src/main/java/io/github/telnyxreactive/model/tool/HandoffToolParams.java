package io.github.telnyxreactive.model.tool;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import io.github.telnyxreactive.internal.model.Models;
import io.github.telnyxreactive.model.Model;
import io.github.telnyxreactive.model.Omittable;
import io.github.telnyxreactive.model.Required;
import io.github.telnyxreactive.model.setting.VoiceMode;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The definition of a handoff.
 *
 * <p>API schema: {@code HandoffToolParams}.
 *
 * @param aiAssistants the assistants that the conversation can be handed off to
 * @param voiceMode which voice speaks after the handoff
 * @param additionalProperties unknown fields, and known ones that are {@code null} or cannot be read, kept as received;
 *     never {@code null}
 */
@Model
public record HandoffToolParams(
        @Required @Omittable List<HandoffTarget> aiAssistants,
        @Nullable VoiceMode voiceMode,
        @Omittable @JsonAnySetter @JsonAnyGetter Map<String, JsonNode> additionalProperties) {

    /** Copies collections. */
    public HandoffToolParams {
        aiAssistants = Models.list(aiAssistants);
        additionalProperties = Models.map(additionalProperties);
    }

    /**
     * Returns a builder; required components come first.
     *
     * @return the first stage of the builder
     */
    public static HandoffToolParamsBuilder.AiAssistantsStage builder() {
        return HandoffToolParamsBuilder.builder();
    }

    /**
     * Returns a builder initialized with the components of this value.
     *
     * @return a new builder
     */
    public HandoffToolParamsBuilder toBuilder() {
        return HandoffToolParamsBuilder.builder(this);
    }
}
