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
 * A new assistant. A language model comes from {@code model} or {@code externalLlm}; the service chooses one where
 * there is neither.
 *
 * <p>API schema: {@code CreateAssistantRequest}.
 *
 * @param name its name
 * @param instructions what it is told to do, which may be a template
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
 * @param insightSettings which insights are drawn
 * @param integrations the integrations it may use
 * @param interruptionSettings whether it can be interrupted
 * @param llmApiKeyRef the integration secret with the key of the model's provider
 * @param mcpServers the MCP servers it may use
 * @param messagingSettings how it behaves in text messages
 * @param model the id of its language model
 * @param observabilitySettings how conversations are reported
 * @param postConversationSettings what happens after a conversation
 * @param privacySettings what is kept of conversations
 * @param tags its tags
 * @param telephonySettings how it behaves in calls
 * @param toolIds the shared tools it can use
 * @param tools what it can do besides talking
 * @param transcription how speech is turned into text
 * @param voiceSettings how it speaks
 * @param widgetSettings how it looks on a web page
 * @param additionalProperties the fields that have no component here, as they came; never {@code null}
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

    /** Checks that what is required is there, and copies what could change. */
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
     * Starts a new value, with the required components first.
     *
     * @return the first stage of the builder
     */
    public static CreateAssistantRequestBuilder.NameStage builder() {
        return CreateAssistantRequestBuilder.builder();
    }

    /**
     * Starts from this value, to change some of it.
     *
     * @return a builder that holds every component of this value
     */
    public CreateAssistantRequestBuilder toBuilder() {
        return CreateAssistantRequestBuilder.builder(this);
    }
}
