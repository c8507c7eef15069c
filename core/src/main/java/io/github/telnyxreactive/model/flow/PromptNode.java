package io.github.telnyxreactive.model.flow;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import io.github.telnyxreactive.internal.model.Models;
import io.github.telnyxreactive.model.Model;
import io.github.telnyxreactive.model.Omittable;
import io.github.telnyxreactive.model.setting.ExternalLlm;
import io.github.telnyxreactive.model.setting.TranscriptionSettings;
import io.github.telnyxreactive.model.setting.VoiceSettings;
import io.github.telnyxreactive.model.tool.AssistantTool;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.annotation.JsonDeserialize;

/**
 * A node in which the language model talks.
 *
 * <p>API schema: {@code FlowNode}.
 *
 * @param id the id of the node within the flow, chosen by the caller
 * @param instructions what the model is told
 * @param type {@code prompt}, which may be left out
 * @param externalLlm a model outside, instead of the one of the assistant
 * @param instructionsMode how the instructions go together with those of the assistant
 * @param llmApiKeyRef the integration secret with the key of the model's provider
 * @param model the id of the model, instead of the one of the assistant
 * @param name a name for people
 * @param position where it is drawn
 * @param sharedToolIds the shared tools that can be used here
 * @param tools the definitions of these tools; the service fills them in and passes them over in requests
 * @param toolsMode how the tools go together with those of the assistant
 * @param transcription how speech is turned into text here
 * @param voiceSettings how the assistant speaks here
 * @param additionalProperties the fields that have no component here, as they came; never {@code null}
 */
@Model
public record PromptNode(
        String id,
        String instructions,
        @Nullable String type,
        @Nullable ExternalLlm externalLlm,
        @Nullable CombinationMode instructionsMode,
        @Nullable String llmApiKeyRef,
        @Nullable String model,
        @Nullable String name,
        @Nullable NodePosition position,
        @Omittable List<String> sharedToolIds,

        @JsonDeserialize(using = ToolListDeserializer.class) @Omittable
        List<AssistantTool> tools,

        @Nullable CombinationMode toolsMode,
        @Nullable TranscriptionSettings transcription,
        @Nullable VoiceSettings voiceSettings,
        @Omittable @JsonAnySetter @JsonAnyGetter Map<String, JsonNode> additionalProperties)
        implements FlowNode {

    /** Checks that what is required is there, and copies what could change. */
    public PromptNode {
        Models.required(id, "id");
        Models.required(instructions, "instructions");
        sharedToolIds = Models.list(sharedToolIds);
        tools = Models.list(tools);
        additionalProperties = Models.map(additionalProperties);
    }

    /**
     * Starts a new value, with the required components first.
     *
     * @return the first stage of the builder
     */
    public static PromptNodeBuilder.IdStage builder() {
        return PromptNodeBuilder.builder();
    }

    /**
     * Starts from this value, to change some of it.
     *
     * @return a builder that holds every component of this value
     */
    public PromptNodeBuilder toBuilder() {
        return PromptNodeBuilder.builder(this);
    }
}
