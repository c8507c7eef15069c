package io.github.telnyxreactive.model;

import static io.github.telnyxreactive.model.ModelRow.row;

import io.github.telnyxreactive.model.setting.AudioVisualizerConfig;
import io.github.telnyxreactive.model.setting.BackgroundAudio;
import io.github.telnyxreactive.model.setting.DetectionConfig;
import io.github.telnyxreactive.model.setting.ExternalLlm;
import io.github.telnyxreactive.model.setting.FallbackConfig;
import io.github.telnyxreactive.model.setting.InsightSettings;
import io.github.telnyxreactive.model.setting.InterruptionSettings;
import io.github.telnyxreactive.model.setting.MessagingSettings;
import io.github.telnyxreactive.model.setting.NoiseSuppressionConfig;
import io.github.telnyxreactive.model.setting.ObservabilitySettings;
import io.github.telnyxreactive.model.setting.OnVoicemailDetected;
import io.github.telnyxreactive.model.setting.PostConversationSettings;
import io.github.telnyxreactive.model.setting.PrivacySettings;
import io.github.telnyxreactive.model.setting.RecordingSettings;
import io.github.telnyxreactive.model.setting.StartSpeakingPlan;
import io.github.telnyxreactive.model.setting.TelephonySettings;
import io.github.telnyxreactive.model.setting.TranscriptionEndpointingPlan;
import io.github.telnyxreactive.model.setting.TranscriptionSettings;
import io.github.telnyxreactive.model.setting.TranscriptionSettingsConfig;
import io.github.telnyxreactive.model.setting.VoiceSettings;
import io.github.telnyxreactive.model.setting.VoicemailDetection;
import io.github.telnyxreactive.model.setting.VoicemailMessage;
import io.github.telnyxreactive.model.setting.WidgetSettings;
import java.util.List;

/** The models of assistant settings. */
final class SettingRows {

    static final List<ModelRow> ROWS = List.of(
            row(AudioVisualizerConfig.class),
            row(BackgroundAudio.class, "type", "value"),
            row(DetectionConfig.class),
            row(ExternalLlm.class, "base_url", "model"),
            row(FallbackConfig.class),
            row(InsightSettings.class),
            row(InterruptionSettings.class),
            row(MessagingSettings.class),
            row(NoiseSuppressionConfig.class),
            row(ObservabilitySettings.class),
            row(OnVoicemailDetected.class),
            row(PostConversationSettings.class),
            row(PrivacySettings.class),
            row(RecordingSettings.class),
            row(StartSpeakingPlan.class),
            row(TelephonySettings.class),
            row(TranscriptionEndpointingPlan.class),
            row(TranscriptionSettings.class),
            row(TranscriptionSettingsConfig.class),
            row(VoiceSettings.class, "voice"),
            row(VoicemailDetection.class),
            row(VoicemailMessage.class),
            row(WidgetSettings.class));

    private SettingRows() {}
}
