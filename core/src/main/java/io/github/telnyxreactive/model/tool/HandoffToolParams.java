package io.github.telnyxreactive.model.tool;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import io.github.telnyxreactive.internal.model.Models;
import io.github.telnyxreactive.model.Model;
import io.github.telnyxreactive.model.Omittable;
import io.github.telnyxreactive.model.setting.VoiceMode;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Whom a conversation can be handed to.
 *
 * <p>API schema: {@code HandoffToolParams}.
 *
 * @param aiAssistants the assistants
 * @param voiceMode whose voice speaks afterwards
 * @param additionalProperties the fields that have no component here, as they came; never {@code null}
 */
@Model
public record HandoffToolParams(
        List<HandoffTarget> aiAssistants,
        @Nullable VoiceMode voiceMode,
        @Omittable @JsonAnySetter @JsonAnyGetter Map<String, JsonNode> additionalProperties) {

    /** Checks that what is required is there, and copies what could change. */
    public HandoffToolParams {
        aiAssistants = Models.requiredList(aiAssistants, "ai_assistants");
        additionalProperties = Models.map(additionalProperties);
    }

    /**
     * Starts a new value, with the required components first.
     *
     * @return the first stage of the builder
     */
    public static HandoffToolParamsBuilder.AiAssistantsStage builder() {
        return HandoffToolParamsBuilder.builder();
    }

    /**
     * Starts from this value, to change some of it.
     *
     * @return a builder that holds every component of this value
     */
    public HandoffToolParamsBuilder toBuilder() {
        return HandoffToolParamsBuilder.builder(this);
    }
}
