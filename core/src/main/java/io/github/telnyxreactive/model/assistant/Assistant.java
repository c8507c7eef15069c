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
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * An assistant, in one of its versions.
 *
 * <p>API schema: {@code inference-embedding_Assistant}.
 *
 * @param id the id of the assistant
 * @param name its name
 * @param model the id of its language model
 * @param instructions what it is told to do
 * @param createdAt when it was created
 * @param conversationFlow the conversation as a graph
 * @param description what the assistant is for
 * @param dynamicVariables the dynamic variables and their defaults
 * @param dynamicVariablesWebhookTimeoutMs how long the webhook for dynamic variables may take, 1 to 10000
 *     milliseconds
 * @param dynamicVariablesWebhookUrl where dynamic variables are asked for at the start of a conversation
 * @param enabledFeatures how the assistant can be reached
 * @param externalLlm a language model outside, instead of {@code model}
 * @param fallbackConfig the model that answers when the first one does not
 * @param greeting what the assistant says first; where it is the empty text, the other side begins
 * @param importMetadata where it was imported from
 * @param insightSettings which insights are drawn
 * @param integrations the integrations it may use
 * @param interruptionSettings whether it can be interrupted
 * @param llmApiKeyRef the integration secret with the key of the model's provider
 * @param mcpServers the MCP servers it may use
 * @param messagingSettings how it behaves in text messages
 * @param observabilitySettings how conversations are reported
 * @param postConversationSettings what happens after a conversation
 * @param privacySettings what is kept of conversations
 * @param relatedMissionIds the missions that it is part of
 * @param tags its tags
 * @param telephonySettings how it behaves in calls
 * @param tools what it can do besides talking
 * @param transcription how speech is turned into text
 * @param versionCreatedAt when this version was created
 * @param versionId the id of this version
 * @param versionName the name of this version, up to 50 characters
 * @param voiceSettings how it speaks
 * @param widgetSettings how it looks on a web page
 * @param additionalProperties the fields that have no component here, as they came; never {@code null}
 */
@Model
public record Assistant(
        String id,
        String name,
        String model,
        String instructions,
        OffsetDateTime createdAt,
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

    /** Checks that what is required is there, and copies what could change. */
    public Assistant {
        Models.required(id, "id");
        Models.required(name, "name");
        Models.required(model, "model");
        Models.required(instructions, "instructions");
        Models.required(createdAt, "created_at");
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
     * Starts a new value, with the required components first.
     *
     * @return the first stage of the builder
     */
    public static AssistantBuilder.IdStage builder() {
        return AssistantBuilder.builder();
    }

    /**
     * Starts from this value, to change some of it.
     *
     * @return a builder that holds every component of this value
     */
    public AssistantBuilder toBuilder() {
        return AssistantBuilder.builder(this);
    }
}
