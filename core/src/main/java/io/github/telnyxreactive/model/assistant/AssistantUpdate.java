package io.github.telnyxreactive.model.assistant;

import io.github.telnyxreactive.model.Field;
import io.github.telnyxreactive.model.flow.ConversationFlow;
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
 * What the two partial updates of an assistant have in common: of a version, and of the assistant itself. Each component
 * is left unchanged, cleared, or set.
 */
public sealed interface AssistantUpdate permits UpdateAssistantRequest, UpdateAssistantRequestWithPromotion {

    /** {@return the name of the assistant} */
    Field<String> name();

    /** {@return the system instructions} */
    Field<String> instructions();

    /** {@return the conversation as a graph of nodes} */
    Field<ConversationFlow> conversationFlow();

    /** {@return what the assistant is for} */
    Field<String> description();

    /** {@return the dynamic variables and their default values} */
    Field<Map<String, JsonNode>> dynamicVariables();

    /** {@return the timeout of the dynamic variables webhook, 1 to 10000 milliseconds} */
    Field<Integer> dynamicVariablesWebhookTimeoutMs();

    /** {@return the URL that is called at the start of a conversation to resolve dynamic variables} */
    Field<String> dynamicVariablesWebhookUrl();

    /** {@return the channels through which the assistant can be reached} */
    Field<List<EnabledFeature>> enabledFeatures();

    /** {@return an external language model, used instead of {@code model}} */
    Field<ExternalLlm> externalLlm();

    /** {@return the language model that takes over when the primary one does not respond} */
    Field<FallbackConfig> fallbackConfig();

    /** {@return what the assistant says first} */
    Field<String> greeting();

    /** {@return the insights to extract from conversations} */
    Field<InsightSettings> insightSettings();

    /** {@return the integrations that the assistant may use} */
    Field<List<AssistantIntegration>> integrations();

    /** {@return whether and how the user can interrupt the assistant} */
    Field<InterruptionSettings> interruptionSettings();

    /** {@return the integration secret that holds the API key of the model provider} */
    Field<String> llmApiKeyRef();

    /** {@return the MCP servers that the assistant may use} */
    Field<List<AssistantMcpServer>> mcpServers();

    /** {@return the settings for text messages} */
    Field<MessagingSettings> messagingSettings();

    /** {@return the id of the language model} */
    Field<String> model();

    /** {@return how conversations are reported to an observability service} */
    Field<ObservabilitySettings> observabilitySettings();

    /** {@return what happens after a conversation} */
    Field<PostConversationSettings> postConversationSettings();

    /** {@return which conversation data is stored} */
    Field<PrivacySettings> privacySettings();

    /** {@return the tags of the assistant} */
    Field<List<String>> tags();

    /** {@return the settings for calls} */
    Field<TelephonySettings> telephonySettings();

    /** {@return the ids of the shared tools that the assistant may use} */
    Field<List<String>> toolIds();

    /** {@return the tools of the assistant, defined inline} */
    Field<List<AssistantTool>> tools();

    /** {@return how speech is transcribed} */
    Field<TranscriptionSettings> transcription();

    /** {@return the name of the version, up to 50 characters} */
    Field<String> versionName();

    /** {@return the voice of the assistant and its settings} */
    Field<VoiceSettings> voiceSettings();

    /** {@return the appearance of the web widget} */
    Field<WidgetSettings> widgetSettings();

    /** {@return the unknown fields, kept as received} */
    Map<String, JsonNode> additionalProperties();
}
