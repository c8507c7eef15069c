package io.github.telnyxreactive.model.flow;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import io.github.telnyxreactive.internal.model.Models;
import io.github.telnyxreactive.model.Model;
import io.github.telnyxreactive.model.Omittable;
import io.github.telnyxreactive.model.setting.VoiceMode;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Another assistant.
 *
 * @param type always {@code assistant}
 * @param assistantId the id of the assistant
 * @param position where it is drawn
 * @param voiceMode whose voice speaks afterwards
 * @param additionalProperties the fields that have no component here, as they came; never {@code null}
 */
@Model
public record AssistantTarget(
        @Omittable String type,
        String assistantId,
        @Nullable NodePosition position,
        @Nullable VoiceMode voiceMode,
        @Omittable @JsonAnySetter @JsonAnyGetter Map<String, JsonNode> additionalProperties)
        implements EdgeTarget {

    /** What the field that tells the members of the union apart says. */
    public static final String TYPE = "assistant";

    /** Checks that what is required is there, and copies what could change. */
    public AssistantTarget {
        type = TYPE;
        Models.required(assistantId, "assistant_id");
        additionalProperties = Models.map(additionalProperties);
    }

    /**
     * Starts a new value, with the required components first.
     *
     * @return the first stage of the builder
     */
    public static AssistantTargetBuilder.AssistantIdStage builder() {
        return AssistantTargetBuilder.builder();
    }

    /**
     * Starts from this value, to change some of it.
     *
     * @return a builder that holds every component of this value
     */
    public AssistantTargetBuilder toBuilder() {
        return AssistantTargetBuilder.builder(this);
    }
}
