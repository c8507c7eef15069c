package io.github.telnyxreactive.benchmarks.candidate;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.NullUnmarked;
import tools.jackson.databind.JsonNode;

/** An assistant and what belongs to it, in records without checks, copies and unknown fields. */
@NullUnmarked
final class Assistants {

    private Assistants() {}

    record Assistant(
            String id,
            String name,
            String model,
            String instructions,
            OffsetDateTime createdAt,
            Flows.ConversationFlow conversationFlow,
            String description,
            Map<String, JsonNode> dynamicVariables,
            Integer dynamicVariablesWebhookTimeoutMs,
            String dynamicVariablesWebhookUrl,
            List<String> enabledFeatures,
            Settings.ExternalLlm externalLlm,
            Settings.FallbackConfig fallbackConfig,
            String greeting,
            ImportMetadata importMetadata,
            Settings.InsightSettings insightSettings,
            List<AssistantIntegration> integrations,
            Settings.InterruptionSettings interruptionSettings,
            String llmApiKeyRef,
            List<AssistantMcpServer> mcpServers,
            Settings.MessagingSettings messagingSettings,
            Settings.ObservabilitySettings observabilitySettings,
            Settings.PostConversationSettings postConversationSettings,
            Settings.PrivacySettings privacySettings,
            List<String> relatedMissionIds,
            List<String> tags,
            Settings.TelephonySettings telephonySettings,
            List<Tools.AssistantTool> tools,
            Settings.TranscriptionSettings transcription,
            OffsetDateTime versionCreatedAt,
            String versionId,
            String versionName,
            Settings.VoiceSettings voiceSettings,
            Settings.WidgetSettings widgetSettings) {}

    record AssistantIntegration(String integrationId, List<String> allowedList) {}

    record AssistantMcpServer(String id, List<String> allowedTools) {}

    record ImportMetadata(String importId, String importProvider) {}
}
