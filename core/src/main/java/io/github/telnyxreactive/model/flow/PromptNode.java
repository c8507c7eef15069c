package io.github.telnyxreactive.model.flow;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import io.github.telnyxreactive.internal.model.Models;
import io.github.telnyxreactive.model.Model;
import io.github.telnyxreactive.model.Omittable;
import io.github.telnyxreactive.model.Required;
import io.github.telnyxreactive.model.setting.ExternalLlm;
import io.github.telnyxreactive.model.setting.TranscriptionSettings;
import io.github.telnyxreactive.model.setting.VoiceSettings;
import io.github.telnyxreactive.model.tool.AssistantTool;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.annotation.JsonDeserialize;
import tools.jackson.databind.annotation.JsonSerialize;

/**
 * A node in which the language model speaks.
 *
 * <p>API schema: {@code FlowNode}.
 *
 * @param id the id of the node within the flow, chosen by the caller
 * @param instructions the instructions for the model
 * @param type {@code prompt}, which may be omitted
 * @param externalLlm an external language model, used instead of the model of the assistant
 * @param instructionsMode how the instructions combine with those of the assistant
 * @param llmApiKeyRef the integration secret that holds the API key of the model provider
 * @param model the id of the model, used instead of the model of the assistant
 * @param name the display name
 * @param position the position of the node in an editor
 * @param sharedToolIds the ids of the shared tools that can be used in this node
 * @param tools the definitions of these tools; set by the service and ignored in requests
 * @param toolsMode how the tools combine with those of the assistant
 * @param transcription how speech is transcribed in this node
 * @param voiceSettings the voice of the assistant in this node and its settings
 * @param additionalProperties unknown fields, and known ones that are {@code null} or cannot be read, kept as received;
 *     never {@code null}
 */
@Model
public record PromptNode(
        @Required @Nullable String id,
        @Required @Nullable String instructions,
        @Nullable String type,
        @Nullable ExternalLlm externalLlm,
        @Nullable CombinationMode instructionsMode,
        @Nullable String llmApiKeyRef,
        @Nullable String model,
        @Nullable String name,
        @Nullable NodePosition position,
        @Omittable List<String> sharedToolIds,

        @JsonSerialize(using = ToolListSerializer.class) @JsonDeserialize(using = ToolListDeserializer.class) @Omittable
        List<AssistantTool> tools,

        @Nullable CombinationMode toolsMode,
        @Nullable TranscriptionSettings transcription,
        @Nullable VoiceSettings voiceSettings,
        @Omittable @JsonAnySetter @JsonAnyGetter Map<String, JsonNode> additionalProperties)
        implements FlowNode {

    /** Copies collections. */
    public PromptNode {
        sharedToolIds = Models.list(sharedToolIds);
        tools = NestedTools.copy(tools);
        additionalProperties = Models.map(additionalProperties);
    }

    /** Returns the node with the type that it came with. */
    PromptNode withType(String read) {
        return new PromptNode(
                id,
                instructions,
                read,
                externalLlm,
                instructionsMode,
                llmApiKeyRef,
                model,
                name,
                position,
                sharedToolIds,
                tools,
                toolsMode,
                transcription,
                voiceSettings,
                additionalProperties);
    }

    /**
     * Returns a builder; required components come first.
     *
     * @return the first stage of the builder
     */
    public static PromptNodeBuilder.IdStage builder() {
        return PromptNodeBuilder.builder();
    }

    /**
     * Returns a builder initialized with the components of this value.
     *
     * @return a new builder
     */
    public PromptNodeBuilder toBuilder() {
        return PromptNodeBuilder.builder(this);
    }
}
