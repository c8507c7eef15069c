package io.github.telnyxreactive.benchmarks.candidate;

import org.jspecify.annotations.NullUnmarked;

/** The settings of an assistant, as records without validation, copies or unknown fields. */
@NullUnmarked
final class SettingRecords {

    private SettingRecords() {}

    record AudioVisualizerConfig(String color, String preset) {}

    record BackgroundAudio(String type, String value, Double volume) {}

    record DetectionConfig(
            Integer afterGreetingSilenceMillis,
            Integer betweenWordsSilenceMillis,
            Integer greetingDurationMillis,
            Integer greetingSilenceDurationMillis,
            Integer greetingTotalAnalysisTimeMillis,
            Integer initialSilenceMillis,
            Integer maximumNumberOfWords,
            Integer maximumWordLengthMillis,
            Integer minWordLengthMillis,
            Integer silenceThreshold,
            Integer totalAnalysisTimeMillis) {}

    record ExternalLlm(
            String baseUrl,
            String model,
            String authenticationMethod,
            String certificateRef,
            Boolean forwardMetadata,
            String llmApiKeyRef,
            String tokenRetrievalUrl) {}

    record FallbackConfig(ExternalLlm externalLlm, String llmApiKeyRef, String model) {}

    record InsightSettings(String insightGroupId) {}

    record InterruptionSettings(
            Boolean disableGreetingInterruption, Boolean enable, StartSpeakingPlan startSpeakingPlan) {}

    record MessagingSettings(
            Integer conversationInactivityMinutes, String defaultMessagingProfileId, String deliveryStatusWebhookUrl) {}

    record NoiseSuppressionConfig(Integer attenuationLimit, String mode) {}

    record ObservabilitySettings(
            String host,
            String promptLabel,
            String promptName,
            String promptSync,
            Integer promptVersion,
            String publicKeyRef,
            String secretKeyRef,
            String status) {}

    record OnVoicemailDetected(String action, VoicemailMessage voicemailMessage) {}

    record PostConversationSettings(Boolean enabled) {}

    record PrivacySettings(Boolean dataRetention) {}

    record RecordingSettings(String channels, Boolean enabled, String format, Boolean stopOnConversationEnd) {}

    record StartSpeakingPlan(TranscriptionEndpointingPlan transcriptionEndpointingPlan, Double waitSeconds) {}

    record TelephonySettings(
            String defaultTexmlAppId,
            String noiseSuppression,
            NoiseSuppressionConfig noiseSuppressionConfig,
            RecordingSettings recordingSettings,
            Boolean supportsUnauthenticatedWebCalls,
            Integer timeLimitSecs,
            Integer userIdleReplySecs,
            Integer userIdleTimeoutSecs,
            VoicemailDetection voicemailDetection) {}

    record TranscriptionEndpointingPlan(
            Double onNoPunctuationSeconds, Double onNumberSeconds, Double onPunctuationSeconds) {}

    record TranscriptionSettings(
            String apiKeyRef, String language, String model, String region, TranscriptionSettingsConfig settings) {}

    record TranscriptionSettingsConfig(
            Double eagerEotThreshold,
            Boolean enableEndpointDetection,
            Double endOfTurnConfidenceThreshold,
            Double eotThreshold,
            Integer eotTimeoutMs,
            Boolean interimResults,
            String keyterm,
            Integer maxEndpointDelayMs,
            Integer maxTurnSilence,
            Integer minTurnSilence,
            Boolean numerals,
            Boolean smartFormat) {}

    record VoiceSettings(
            String voice,
            String apiKeyRef,
            BackgroundAudio backgroundAudio,
            Boolean expressiveMode,
            String languageBoost,
            Double similarityBoost,
            Double speed,
            Double style,
            Double temperature,
            Boolean useSpeakerBoost,
            Double voiceSpeed) {}

    record VoicemailDetection(
            String detectionMode, DetectionConfig detectionConfig, OnVoicemailDetected onVoicemailDetected) {}

    record VoicemailMessage(String type, String message, String prompt) {}

    record WidgetSettings(
            String agentThinkingText,
            AudioVisualizerConfig audioVisualizerConfig,
            String defaultState,
            String giveFeedbackUrl,
            String logoIconUrl,
            String position,
            String reportIssueUrl,
            String speakToInterruptText,
            String startCallText,
            String theme,
            String viewHistoryUrl) {}
}
