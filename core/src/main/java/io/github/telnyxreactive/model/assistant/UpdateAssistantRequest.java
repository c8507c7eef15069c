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
 * A change to a version of an assistant. What is not named is left alone; a list that is named replaces the one there
 * is.
 *
 * <p>API schema: {@code UpdateAssistantRequest}.
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
 * @param toolIds the shared tools it can use; they replace those it has
 * @param tools what it can do besides talking
 * @param transcription how speech is turned into text
 * @param versionName the name of the version, up to 50 characters
 * @param voiceSettings how it speaks
 * @param widgetSettings how it looks on a web page
 * @param additionalProperties the fields that have no component here, as they came; never {@code null}
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
        @Omittable @JsonAnySetter @JsonAnyGetter Map<String, JsonNode> additionalProperties) {

    /** Checks that what is required is there, and copies what could change. */
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
     * Starts a new value.
     *
     * @return the first stage of the builder
     */
    public static UpdateAssistantRequestBuilder.UpdateAssistantRequestBuilderStage builder() {
        return UpdateAssistantRequestBuilder.builder();
    }

    /**
     * Starts from this value, to change some of it.
     *
     * @return a builder that holds every component of this value
     */
    public UpdateAssistantRequestBuilder toBuilder() {
        return UpdateAssistantRequestBuilder.builder(this);
    }

    /**
     * Finds what was changed in an assistant: a field that is the same in both is left alone, one that is no longer there
     * is cleared, or emptied if it is a list or a map, and any other is set. So writing it back changes nothing but what
     * was changed, whatever else the service keeps in the same objects.
     *
     * @param before the assistant as it was read
     * @param after the same assistant, changed
     * @return the changes
     */
    public static UpdateAssistantRequest difference(Assistant before, Assistant after) {
        return AssistantDifference.between(before, after, UpdateAssistantRequest.class);
    }
}
