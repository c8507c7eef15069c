package io.github.telnyxreactive.model.assistant;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import io.github.telnyxreactive.internal.model.Models;
import io.github.telnyxreactive.model.Model;
import io.github.telnyxreactive.model.Omittable;
import io.github.telnyxreactive.model.flow.ConversationFlow;
import io.github.telnyxreactive.model.limit.Range;
import io.github.telnyxreactive.model.setting.ExternalLlm;
import io.github.telnyxreactive.model.setting.FallbackConfig;
import io.github.telnyxreactive.model.setting.InsightSettings;
import io.github.telnyxreactive.model.setting.InterruptionSettings;
import io.github.telnyxreactive.model.setting.MessagingSettings;
import io.github.telnyxreactive.model.setting.ObservabilitySettings;
import io.github.telnyxreactive.model.setting.PostConversationSettings;
import io.github.telnyxreactive.model.setting.PrivacySettings;
import io.github.telnyxreactive.model.setting.TelephonySettings;
import io.github.telnyxreactive.model.setting.TranscriptionSettings;
import io.github.telnyxreactive.model.setting.VoiceSettings;
import io.github.telnyxreactive.model.setting.WidgetSettings;
import io.github.telnyxreactive.model.tool.AssistantTool;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A request to create an assistant. The language model is given by {@code model} or {@code externalLlm}; if both are
 * absent, the service chooses one.
 *
 * <p>API schema: {@code CreateAssistantRequest}.
 *
 * @param name the name of the assistant
 * @param instructions the system instructions; may be a template
 * @param conversationFlow the conversation as a graph of nodes
 * @param description what the assistant is for
 * @param dynamicVariables the dynamic variables and their default values
 * @param dynamicVariablesWebhookTimeoutMs the timeout of the dynamic variables webhook, 1 to 10000 milliseconds
 * @param dynamicVariablesWebhookUrl the URL that is called at the start of a conversation to resolve dynamic variables
 * @param enabledFeatures the channels through which the assistant can be reached
 * @param externalLlm an external language model, used instead of {@code model}
 * @param fallbackConfig the language model that takes over when the primary one does not respond
 * @param greeting what the assistant says first; if empty, the user begins the conversation
 * @param insightSettings the insights to extract from conversations
 * @param integrations the integrations that the assistant may use
 * @param interruptionSettings whether and how the user can interrupt the assistant
 * @param llmApiKeyRef the integration secret that holds the API key of the model provider
 * @param mcpServers the MCP servers that the assistant may use
 * @param messagingSettings the settings for text messages
 * @param model the id of the language model
 * @param observabilitySettings how conversations are reported to an observability service
 * @param postConversationSettings what happens after a conversation
 * @param privacySettings which conversation data is stored
 * @param tags the tags of the assistant
 * @param telephonySettings the settings for calls
 * @param toolIds the ids of the shared tools that the assistant may use
 * @param tools the tools of the assistant, defined inline
 * @param transcription how speech is transcribed
 * @param voiceSettings the voice of the assistant and its settings
 * @param widgetSettings the appearance of the web widget
 * @param additionalProperties unknown fields, and known ones that are {@code null} or cannot be read, kept as received;
 *     never {@code null}
 */
@Model
public record CreateAssistantRequest(
        String name,
        String instructions,
        @Nullable ConversationFlow conversationFlow,
        @Nullable String description,
        @Omittable Map<String, JsonNode> dynamicVariables,
        @Range(min = 1, max = 10000) @Nullable Integer dynamicVariablesWebhookTimeoutMs,
        @Nullable String dynamicVariablesWebhookUrl,
        @Omittable List<EnabledFeature> enabledFeatures,
        @Nullable ExternalLlm externalLlm,
        @Nullable FallbackConfig fallbackConfig,
        @Nullable String greeting,
        @Nullable InsightSettings insightSettings,
        @Omittable List<AssistantIntegration> integrations,
        @Nullable InterruptionSettings interruptionSettings,
        @Nullable String llmApiKeyRef,
        @Omittable List<AssistantMcpServer> mcpServers,
        @Nullable MessagingSettings messagingSettings,
        @Nullable String model,
        @Nullable ObservabilitySettings observabilitySettings,
        @Nullable PostConversationSettings postConversationSettings,
        @Nullable PrivacySettings privacySettings,
        @Omittable List<String> tags,
        @Nullable TelephonySettings telephonySettings,
        @Omittable List<String> toolIds,
        @Omittable List<AssistantTool> tools,
        @Nullable TranscriptionSettings transcription,
        @Nullable VoiceSettings voiceSettings,
        @Nullable WidgetSettings widgetSettings,
        @Omittable @JsonAnySetter @JsonAnyGetter Map<String, JsonNode> additionalProperties) {

    /** Validates required components and copies collections. */
    public CreateAssistantRequest {
        Models.required(name, "name");
        Models.required(instructions, "instructions");
        dynamicVariables = Models.map(dynamicVariables);
        enabledFeatures = Models.list(enabledFeatures);
        integrations = Models.list(integrations);
        mcpServers = Models.list(mcpServers);
        tags = Models.list(tags);
        toolIds = Models.list(toolIds);
        tools = Models.list(tools);
        additionalProperties = Models.map(additionalProperties);
    }

    /**
     * Returns a builder; required components come first.
     *
     * @return the first stage of the builder
     */
    public static CreateAssistantRequestBuilder.NameStage builder() {
        return CreateAssistantRequestBuilder.builder();
    }

    /**
     * Returns a builder initialized with the components of this value.
     *
     * @return a new builder
     */
    public CreateAssistantRequestBuilder toBuilder() {
        return CreateAssistantRequestBuilder.builder(this);
    }
}
