package io.github.telnyxreactive.model.assistant;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import io.github.telnyxreactive.internal.model.Models;
import io.github.telnyxreactive.model.Model;
import io.github.telnyxreactive.model.Omittable;
import io.github.telnyxreactive.model.Required;
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
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * An assistant in one of its versions.
 *
 * <p>API schema: {@code inference-embedding_Assistant}.
 *
 * @param id the id of the assistant
 * @param name the name of the assistant
 * @param model the id of the language model
 * @param instructions the system instructions
 * @param createdAt when the assistant was created
 * @param conversationFlow the conversation as a graph of nodes
 * @param description what the assistant is for
 * @param dynamicVariables the dynamic variables and their default values
 * @param dynamicVariablesWebhookTimeoutMs the timeout of the dynamic variables webhook, 1 to 10000 milliseconds
 * @param dynamicVariablesWebhookUrl the URL that is called at the start of a conversation to resolve dynamic variables
 * @param enabledFeatures the channels through which the assistant can be reached
 * @param externalLlm an external language model, used instead of {@code model}
 * @param fallbackConfig the language model that takes over when the primary one does not respond
 * @param greeting what the assistant says first; if empty, the user begins the conversation
 * @param importMetadata where the assistant was imported from
 * @param insightSettings the insights to extract from conversations
 * @param integrations the integrations that the assistant may use
 * @param interruptionSettings whether and how the user can interrupt the assistant
 * @param llmApiKeyRef the integration secret that holds the API key of the model provider
 * @param mcpServers the MCP servers that the assistant may use
 * @param messagingSettings the settings for text messages
 * @param observabilitySettings how conversations are reported to an observability service
 * @param postConversationSettings what happens after a conversation
 * @param privacySettings which conversation data is stored
 * @param relatedMissionIds the ids of the missions that the assistant is part of
 * @param tags the tags of the assistant
 * @param telephonySettings the settings for calls
 * @param tools the tools of the assistant, defined inline
 * @param transcription how speech is transcribed
 * @param versionCreatedAt when this version was created
 * @param versionId the id of this version
 * @param versionName the name of this version, up to 50 characters
 * @param voiceSettings the voice of the assistant and its settings
 * @param widgetSettings the appearance of the web widget
 * @param additionalProperties unknown fields, and known ones that are {@code null} or cannot be read, kept as received;
 *     never {@code null}
 */
@Model
public record Assistant(
        String id,
        @Required @Nullable String name,
        @Required @Nullable String model,
        @Required @Nullable String instructions,
        @Required @Nullable OffsetDateTime createdAt,
        @Nullable ConversationFlow conversationFlow,
        @Nullable String description,
        @Omittable Map<String, JsonNode> dynamicVariables,
        @Range(min = 1, max = 10000) @Nullable Integer dynamicVariablesWebhookTimeoutMs,
        @Nullable String dynamicVariablesWebhookUrl,
        @Omittable List<EnabledFeature> enabledFeatures,
        @Nullable ExternalLlm externalLlm,
        @Nullable FallbackConfig fallbackConfig,
        @Nullable String greeting,
        @Nullable ImportMetadata importMetadata,
        @Nullable InsightSettings insightSettings,
        @Omittable List<AssistantIntegration> integrations,
        @Nullable InterruptionSettings interruptionSettings,
        @Nullable String llmApiKeyRef,
        @Omittable List<AssistantMcpServer> mcpServers,
        @Nullable MessagingSettings messagingSettings,
        @Nullable ObservabilitySettings observabilitySettings,
        @Nullable PostConversationSettings postConversationSettings,
        @Nullable PrivacySettings privacySettings,
        @Omittable List<String> relatedMissionIds,
        @Omittable List<String> tags,
        @Nullable TelephonySettings telephonySettings,
        @Omittable List<AssistantTool> tools,
        @Nullable TranscriptionSettings transcription,
        @Nullable OffsetDateTime versionCreatedAt,
        @Nullable String versionId,
        @Nullable String versionName,
        @Nullable VoiceSettings voiceSettings,
        @Nullable WidgetSettings widgetSettings,
        @Omittable @JsonAnySetter @JsonAnyGetter Map<String, JsonNode> additionalProperties) {

    /** Validates required components and copies collections. */
    public Assistant {
        Models.identity(id, "id");
        dynamicVariables = Models.map(dynamicVariables);
        enabledFeatures = Models.list(enabledFeatures);
        integrations = Models.list(integrations);
        mcpServers = Models.list(mcpServers);
        relatedMissionIds = Models.list(relatedMissionIds);
        tags = Models.list(tags);
        tools = Models.list(tools);
        additionalProperties = Models.map(additionalProperties);
    }

    /**
     * Returns a builder; required components come first.
     *
     * @return the first stage of the builder
     */
    public static AssistantBuilder.IdStage builder() {
        return AssistantBuilder.builder();
    }

    /**
     * Returns a builder initialized with the components of this value.
     *
     * @return a new builder
     */
    public AssistantBuilder toBuilder() {
        return AssistantBuilder.builder(this);
    }
}
