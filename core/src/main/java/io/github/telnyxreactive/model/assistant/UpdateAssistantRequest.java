package io.github.telnyxreactive.model.assistant;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import io.github.telnyxreactive.internal.model.Models;
import io.github.telnyxreactive.model.Field;
import io.github.telnyxreactive.model.Model;
import io.github.telnyxreactive.model.Omittable;
import io.github.telnyxreactive.model.flow.ConversationFlow;
import io.github.telnyxreactive.model.limit.Length;
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
import tools.jackson.databind.JsonNode;

/**
 * A partial update of a version of an assistant. Fields that are not set stay unchanged; a list that is set replaces
 * the existing one.
 *
 * <p>API schema: {@code UpdateAssistantRequest}.
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
 * @param toolIds the ids of the shared tools that the assistant may use; they replace the existing ones
 * @param tools the tools of the assistant, defined inline
 * @param transcription how speech is transcribed
 * @param versionName the name of the version, up to 50 characters
 * @param voiceSettings the voice of the assistant and its settings
 * @param widgetSettings the appearance of the web widget
 * @param additionalProperties unknown fields, and known ones that are {@code null} or cannot be read, kept as received;
 *     never {@code null}
 */
@Model
public record UpdateAssistantRequest(
        @Omittable Field<String> name,
        @Omittable Field<String> instructions,
        @Omittable Field<ConversationFlow> conversationFlow,
        @Omittable Field<String> description,
        @Omittable Field<Map<String, JsonNode>> dynamicVariables,
        @Range(min = 1, max = 10000) @Omittable Field<Integer> dynamicVariablesWebhookTimeoutMs,
        @Omittable Field<String> dynamicVariablesWebhookUrl,
        @Omittable Field<List<EnabledFeature>> enabledFeatures,
        @Omittable Field<ExternalLlm> externalLlm,
        @Omittable Field<FallbackConfig> fallbackConfig,
        @Omittable Field<String> greeting,
        @Omittable Field<InsightSettings> insightSettings,
        @Omittable Field<List<AssistantIntegration>> integrations,
        @Omittable Field<InterruptionSettings> interruptionSettings,
        @Omittable Field<String> llmApiKeyRef,
        @Omittable Field<List<AssistantMcpServer>> mcpServers,
        @Omittable Field<MessagingSettings> messagingSettings,
        @Omittable Field<String> model,
        @Omittable Field<ObservabilitySettings> observabilitySettings,
        @Omittable Field<PostConversationSettings> postConversationSettings,
        @Omittable Field<PrivacySettings> privacySettings,
        @Omittable Field<List<String>> tags,
        @Omittable Field<TelephonySettings> telephonySettings,
        @Omittable Field<List<String>> toolIds,
        @Omittable Field<List<AssistantTool>> tools,
        @Omittable Field<TranscriptionSettings> transcription,
        @Length(max = 50) @Omittable Field<String> versionName,
        @Omittable Field<VoiceSettings> voiceSettings,
        @Omittable Field<WidgetSettings> widgetSettings,
        @Omittable @JsonAnySetter @JsonAnyGetter Map<String, JsonNode> additionalProperties)
        implements AssistantUpdate {

    /** Replaces missing fields with {@link Field#unchanged()} and copies collections. */
    public UpdateAssistantRequest {
        name = Field.orUnchanged(name);
        instructions = Field.orUnchanged(instructions);
        conversationFlow = Field.orUnchanged(conversationFlow);
        description = Field.orUnchanged(description);
        dynamicVariables = Field.orUnchanged(dynamicVariables);
        dynamicVariablesWebhookTimeoutMs = Field.orUnchanged(dynamicVariablesWebhookTimeoutMs);
        dynamicVariablesWebhookUrl = Field.orUnchanged(dynamicVariablesWebhookUrl);
        enabledFeatures = Field.orUnchanged(enabledFeatures);
        externalLlm = Field.orUnchanged(externalLlm);
        fallbackConfig = Field.orUnchanged(fallbackConfig);
        greeting = Field.orUnchanged(greeting);
        insightSettings = Field.orUnchanged(insightSettings);
        integrations = Field.orUnchanged(integrations);
        interruptionSettings = Field.orUnchanged(interruptionSettings);
        llmApiKeyRef = Field.orUnchanged(llmApiKeyRef);
        mcpServers = Field.orUnchanged(mcpServers);
        messagingSettings = Field.orUnchanged(messagingSettings);
        model = Field.orUnchanged(model);
        observabilitySettings = Field.orUnchanged(observabilitySettings);
        postConversationSettings = Field.orUnchanged(postConversationSettings);
        privacySettings = Field.orUnchanged(privacySettings);
        tags = Field.orUnchanged(tags);
        telephonySettings = Field.orUnchanged(telephonySettings);
        toolIds = Field.orUnchanged(toolIds);
        tools = Field.orUnchanged(tools);
        transcription = Field.orUnchanged(transcription);
        versionName = Field.orUnchanged(versionName);
        voiceSettings = Field.orUnchanged(voiceSettings);
        widgetSettings = Field.orUnchanged(widgetSettings);
        additionalProperties = Models.map(additionalProperties);
    }

    /**
     * Returns a builder.
     *
     * @return a new builder
     */
    public static UpdateAssistantRequestBuilder builder() {
        return UpdateAssistantRequestBuilder.builder();
    }

    /**
     * Returns a builder initialized with the components of this value.
     *
     * @return a new builder
     */
    public UpdateAssistantRequestBuilder toBuilder() {
        return UpdateAssistantRequestBuilder.builder(this);
    }

    /**
     * Computes the update that turns one state of an assistant into another. A field that is equal in both is left
     * unchanged; a field that is no longer present is cleared, or emptied if it is a list or a map; any other field is
     * set. Sending the update therefore affects nothing but these changes, even if the service keeps more in the same
     * objects.
     *
     * @param before the assistant as read from the service
     * @param after the modified assistant
     * @return an update with the changes
     */
    public static UpdateAssistantRequest difference(Assistant before, Assistant after) {
        return AssistantDifference.between(before, after, UpdateAssistantRequest.class);
    }
}
