package io.github.telnyxreactive.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.annotation.JsonValue;
import io.github.telnyxreactive.Json;
import io.github.telnyxreactive.MainClasses;
import io.github.telnyxreactive.json.TelnyxJson;
import io.github.telnyxreactive.model.assistant.EnabledFeature;
import io.github.telnyxreactive.model.assistant.ImportProvider;
import io.github.telnyxreactive.model.assistanttest.TelnyxConversationChannel;
import io.github.telnyxreactive.model.canarydeploy.ClauseOperator;
import io.github.telnyxreactive.model.flow.ArithmeticOperator;
import io.github.telnyxreactive.model.flow.BooleanOperator;
import io.github.telnyxreactive.model.flow.CombinationMode;
import io.github.telnyxreactive.model.flow.ComparisonOperator;
import io.github.telnyxreactive.model.integration.IntegrationStatus;
import io.github.telnyxreactive.model.scheduledevent.ConversationChannelType;
import io.github.telnyxreactive.model.scheduledevent.EventStatus;
import io.github.telnyxreactive.model.scheduledevent.SipRegion;
import io.github.telnyxreactive.model.setting.AudioVisualizerColor;
import io.github.telnyxreactive.model.setting.AuthenticationMethod;
import io.github.telnyxreactive.model.setting.BackgroundAudioType;
import io.github.telnyxreactive.model.setting.DetectionMode;
import io.github.telnyxreactive.model.setting.LanguageBoost;
import io.github.telnyxreactive.model.setting.NoiseSuppression;
import io.github.telnyxreactive.model.setting.NoiseSuppressionMode;
import io.github.telnyxreactive.model.setting.ObservabilityStatus;
import io.github.telnyxreactive.model.setting.PromptSyncStatus;
import io.github.telnyxreactive.model.setting.RecordingChannels;
import io.github.telnyxreactive.model.setting.RecordingFormat;
import io.github.telnyxreactive.model.setting.TranscriptionModel;
import io.github.telnyxreactive.model.setting.VoiceMode;
import io.github.telnyxreactive.model.setting.VoicemailAction;
import io.github.telnyxreactive.model.setting.VoicemailMessageType;
import io.github.telnyxreactive.model.setting.WidgetPosition;
import io.github.telnyxreactive.model.setting.WidgetState;
import io.github.telnyxreactive.model.setting.WidgetTheme;
import io.github.telnyxreactive.model.testrun.TestRunStatus;
import io.github.telnyxreactive.model.tool.SipHeaderName;
import io.github.telnyxreactive.model.tool.WebhookMethod;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.JacksonException;

class OpenEnumTest {

    /** The open enums with their values in JSON. Add one line for a new one. */
    private static final List<Row> ROWS = List.of(
            new Row(EnabledFeature.class, "telephony", "messaging"),
            new Row(ImportProvider.class, "elevenlabs", "vapi", "retell"),
            new Row(TelnyxConversationChannel.class, "phone_call", "web_call", "sms_chat", "web_chat"),
            new Row(ClauseOperator.class, "in", "not_in", "starts_with"),
            new Row(ArithmeticOperator.class, "+", "-", "*", "/", "%"),
            new Row(BooleanOperator.class, "and", "or", "not"),
            new Row(CombinationMode.class, "replace", "append"),
            new Row(ComparisonOperator.class, "==", "!=", "<", "<=", ">", ">=", "contains", "not_contains"),
            new Row(IntegrationStatus.class, "connected", "disconnected"),
            new Row(ConversationChannelType.class, "phone_call", "sms_chat"),
            new Row(EventStatus.class, "pending", "in_progress", "completed", "failed"),
            new Row(SipRegion.class, "US", "Europe", "Canada", "Australia", "Middle East"),
            new Row(AudioVisualizerColor.class, "verdant", "twilight", "bloom", "mystic", "flare", "glacier"),
            new Row(AuthenticationMethod.class, "token", "certificate"),
            new Row(BackgroundAudioType.class, "predefined_media", "media_url", "media_name"),
            new Row(DetectionMode.class, "premium", "disabled"),
            new Row(
                    LanguageBoost.class,
                    "auto",
                    "Chinese",
                    "Chinese,Yue",
                    "English",
                    "Arabic",
                    "Russian",
                    "Spanish",
                    "French",
                    "Portuguese",
                    "German",
                    "Turkish",
                    "Dutch",
                    "Ukrainian",
                    "Vietnamese",
                    "Indonesian",
                    "Japanese",
                    "Italian",
                    "Korean",
                    "Thai",
                    "Polish",
                    "Romanian",
                    "Greek",
                    "Czech",
                    "Finnish",
                    "Hindi",
                    "Bulgarian",
                    "Danish",
                    "Hebrew",
                    "Malay",
                    "Persian",
                    "Slovak",
                    "Swedish",
                    "Croatian",
                    "Filipino",
                    "Hungarian",
                    "Norwegian",
                    "Slovenian",
                    "Catalan",
                    "Nynorsk",
                    "Tamil",
                    "Afrikaans"),
            new Row(NoiseSuppression.class, "krisp", "deepfilternet", "disabled"),
            new Row(NoiseSuppressionMode.class, "advanced"),
            new Row(ObservabilityStatus.class, "enabled", "disabled"),
            new Row(PromptSyncStatus.class, "enabled", "disabled"),
            new Row(RecordingChannels.class, "single", "dual"),
            new Row(RecordingFormat.class, "wav", "mp3"),
            new Row(
                    TranscriptionModel.class,
                    "deepgram/flux",
                    "deepgram/nova-3",
                    "deepgram/nova-2",
                    "azure/fast",
                    "assemblyai/universal-streaming",
                    "xai/grok-stt",
                    "soniox/stt-rt-v4",
                    "nvidia/parakeet-v3",
                    "distil-whisper/distil-large-v2",
                    "openai/whisper-large-v3-turbo"),
            new Row(VoiceMode.class, "unified", "distinct"),
            new Row(
                    VoicemailAction.class,
                    "stop_assistant",
                    "leave_message_and_stop_assistant",
                    "continue_assistant",
                    "stop_transfer",
                    "leave_message_and_stop_transfer",
                    "stop_invite"),
            new Row(VoicemailMessageType.class, "prompt", "message", "warm_transfer_instructions"),
            new Row(WidgetPosition.class, "fixed", "static"),
            new Row(WidgetState.class, "expanded", "collapsed"),
            new Row(WidgetTheme.class, "light", "dark"),
            new Row(TestRunStatus.class, "pending", "starting", "running", "passed", "failed", "error"),
            new Row(SipHeaderName.class, "User-to-User", "Diversion"),
            new Row(WebhookMethod.class, "GET", "POST", "PUT", "DELETE", "PATCH"));

    /** The values that are symbols, with the names of their constants. */
    private static final Map<String, String> SYMBOLS = Map.ofEntries(
            Map.entry("+", "PLUS"),
            Map.entry("-", "MINUS"),
            Map.entry("*", "TIMES"),
            Map.entry("/", "DIVIDED_BY"),
            Map.entry("%", "REMAINDER"),
            Map.entry("==", "EQUAL"),
            Map.entry("!=", "NOT_EQUAL"),
            Map.entry("<", "LESS"),
            Map.entry("<=", "LESS_OR_EQUAL"),
            Map.entry(">", "GREATER"),
            Map.entry(">=", "GREATER_OR_EQUAL"));

    static List<Row> rows() {
        return ROWS;
    }

    @Test
    void tableContainsEveryOpenEnum() {
        assertThat(ROWS.stream().map(Row::type))
                .hasSameElementsAs(MainClasses.records()
                        .filter(type -> !type.isMemberClass())
                        .filter(type -> Arrays.stream(type.getRecordComponents())
                                .anyMatch(part -> part.getAccessor().isAnnotationPresent(JsonValue.class)))
                        .toList());
    }

    @ParameterizedTest
    @MethodSource("rows")
    void everyValueHasAConstantOfItsName(Row row) {
        assertThat(row.constants().values().stream().map(Object::toString)).containsExactly(row.values());
        row.constants().forEach((name, constant) -> assertThat(name).isEqualTo(constantName(constant.toString())));
    }

    private static String constantName(String value) {
        String symbol = SYMBOLS.get(value);
        return symbol == null ? value.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]+", "_") : symbol;
    }

    @ParameterizedTest
    @MethodSource("rows")
    void readsAKnownValueAsItsConstant(Row row) {
        row.constants()
                .values()
                .forEach(constant -> assertThat(row.read("\"" + constant + "\""))
                        .isEqualTo(constant)
                        .hasSameHashCodeAs(constant));
    }

    @ParameterizedTest
    @MethodSource("rows")
    void writesAnUnknownValueUnchanged(Row row) {
        for (String json : List.of("\"x_brand_new\"", "\"PASSED\"", "\" \"", "\"\"", "\"\u00e9\uD83D\uDE00\\n\"")) {
            assertThat(Json.text(TelnyxJson.write(row.read(json)))).isEqualTo(json);
        }
    }

    @ParameterizedTest
    @MethodSource("rows")
    void rejectsAnObject(Row row) {
        assertThatThrownBy(() -> row.read("{\"value\": \"passed\"}")).isInstanceOf(JacksonException.class);
    }

    @Test
    void statusesOfEndedRunsAreTerminal() {
        assertThat(Stream.of(TestRunStatus.PASSED, TestRunStatus.FAILED, TestRunStatus.ERROR))
                .allMatch(TestRunStatus::isTerminal);
        assertThat(Stream.of(TestRunStatus.PENDING, TestRunStatus.STARTING, TestRunStatus.RUNNING))
                .noneMatch(TestRunStatus::isTerminal);
    }

    @ParameterizedTest
    @ValueSource(strings = {"completed", "timeout", "PASSED", "passed ", ""})
    void unknownStatusIsNotTerminal(String value) {
        assertThat(new TestRunStatus(value).isTerminal()).isFalse();
    }

    @Test
    void statusFromJsonIsTerminalLikeItsConstant() {
        assertThat(TelnyxJson.read("\"failed\"", TestRunStatus.class).isTerminal())
                .isTrue();
    }

    private record Row(Class<?> type, String... values) {

        Object read(String json) {
            return TelnyxJson.read(json, type);
        }

        Map<String, Object> constants() {
            Map<String, Object> constants = new LinkedHashMap<>();
            for (java.lang.reflect.Field field : type.getFields()) {
                if (Modifier.isStatic(field.getModifiers()) && field.getType() == type) {
                    try {
                        constants.put(field.getName(), field.get(null));
                    } catch (IllegalAccessException e) {
                        throw new AssertionError(e);
                    }
                }
            }
            return constants;
        }

        @Override
        public String toString() {
            return type.getSimpleName();
        }
    }
}
