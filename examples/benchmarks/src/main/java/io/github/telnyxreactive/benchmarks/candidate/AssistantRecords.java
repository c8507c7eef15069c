package io.github.telnyxreactive.benchmarks.candidate;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.NullUnmarked;
import tools.jackson.databind.JsonNode;

/** An assistant and its parts, as records without validation, copies or unknown fields. */
@NullUnmarked
final class AssistantRecords {

    private AssistantRecords() {}

    record Assistant(
            String id,
            String name,
            String model,
            String instructions,
            OffsetDateTime createdAt,
            FlowRecords.ConversationFlow conversationFlow,
            String description,
            Map<String, JsonNode> dynamicVariables,
            Integer dynamicVariablesWebhookTimeoutMs,
            String dynamicVariablesWebhookUrl,
            List<String> enabledFeatures,
            SettingRecords.ExternalLlm externalLlm,
            SettingRecords.FallbackConfig fallbackConfig,
            String greeting,
            ImportMetadata importMetadata,
            SettingRecords.InsightSettings insightSettings,
            List<AssistantIntegration> integrations,
            SettingRecords.InterruptionSettings interruptionSettings,
            String llmApiKeyRef,
            List<AssistantMcpServer> mcpServers,
            SettingRecords.MessagingSettings messagingSettings,
            SettingRecords.ObservabilitySettings observabilitySettings,
            SettingRecords.PostConversationSettings postConversationSettings,
            SettingRecords.PrivacySettings privacySettings,
            List<String> relatedMissionIds,
            List<String> tags,
            SettingRecords.TelephonySettings telephonySettings,
            List<ToolRecords.AssistantTool> tools,
            SettingRecords.TranscriptionSettings transcription,
            OffsetDateTime versionCreatedAt,
            String versionId,
            String versionName,
            SettingRecords.VoiceSettings voiceSettings,
            SettingRecords.WidgetSettings widgetSettings) {}

    record AssistantIntegration(String integrationId, List<String> allowedList) {}

    record AssistantMcpServer(String id, List<String> allowedTools) {}

    record ImportMetadata(String importId, String importProvider) {}
}
