package io.github.telnyxreactive.internal.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.telnyxreactive.Json;
import io.github.telnyxreactive.MainClasses;
import io.github.telnyxreactive.error.Violation;
import io.github.telnyxreactive.model.assistant.Assistant;
import io.github.telnyxreactive.model.assistant.AssistantIntegration;
import io.github.telnyxreactive.model.assistant.AssistantMcpServer;
import io.github.telnyxreactive.model.assistant.AssistantRetrieveParams;
import io.github.telnyxreactive.model.assistant.CreateAssistantRequest;
import io.github.telnyxreactive.model.assistant.UpdateAssistantRequest;
import io.github.telnyxreactive.model.assistant.UpdateAssistantRequestWithPromotion;
import io.github.telnyxreactive.model.assistanttest.CreateAssistantTestRequest;
import io.github.telnyxreactive.model.assistanttest.TestListParams;
import io.github.telnyxreactive.model.assistanttest.UpdateAssistantTestRequest;
import io.github.telnyxreactive.model.canarydeploy.CanaryDeployRequest;
import io.github.telnyxreactive.model.canarydeploy.Clause;
import io.github.telnyxreactive.model.canarydeploy.RolloutSlot;
import io.github.telnyxreactive.model.canarydeploy.Serve;
import io.github.telnyxreactive.model.canarydeploy.VersionPercentage;
import io.github.telnyxreactive.model.chat.AssistantChatRequest;
import io.github.telnyxreactive.model.flow.AssistantTarget;
import io.github.telnyxreactive.model.flow.ToolNode;
import io.github.telnyxreactive.model.limit.Length;
import io.github.telnyxreactive.model.limit.Range;
import io.github.telnyxreactive.model.mcpserver.McpServerListParams;
import io.github.telnyxreactive.model.mcpserver.UpdateMcpServerRequest;
import io.github.telnyxreactive.model.scheduledevent.CreateScheduledEventRequest;
import io.github.telnyxreactive.model.scheduledevent.ScheduledEventListParams;
import io.github.telnyxreactive.model.setting.BackgroundAudio;
import io.github.telnyxreactive.model.setting.DetectionConfig;
import io.github.telnyxreactive.model.setting.MessagingSettings;
import io.github.telnyxreactive.model.setting.NoiseSuppressionConfig;
import io.github.telnyxreactive.model.setting.ObservabilitySettings;
import io.github.telnyxreactive.model.setting.StartSpeakingPlan;
import io.github.telnyxreactive.model.setting.TelephonySettings;
import io.github.telnyxreactive.model.setting.TranscriptionSettingsConfig;
import io.github.telnyxreactive.model.sharedtool.SharedToolListParams;
import io.github.telnyxreactive.model.tag.AddTagRequest;
import io.github.telnyxreactive.model.testrun.TestRunListParams;
import io.github.telnyxreactive.model.testrun.TestSuiteRunListParams;
import io.github.telnyxreactive.model.testrun.TriggerTestRunRequest;
import io.github.telnyxreactive.model.testrun.TriggerTestSuiteRunsRequest;
import io.github.telnyxreactive.model.tool.HandoffTarget;
import io.github.telnyxreactive.model.tool.StoredVariable;
import io.github.telnyxreactive.model.tool.WebhookToolParams;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** The limits of numbers and lengths, maintained by hand and independently of the main code. */
class LimitsTest {

    private static final Class<?> CREATE = CreateAssistantRequest.class;
    private static final String VOICEMAIL = "telephony_settings.voicemail_detection.detection_config";
    private static final double NONE = Double.POSITIVE_INFINITY;

    static Stream<Limit> ranges() {
        Place telephony = new Place(CREATE, TelephonySettings.class, "telephony_settings.");
        Place detection = new Place(CREATE, DetectionConfig.class, VOICEMAIL + ".");
        Place transcription = new Place(CREATE, TranscriptionSettingsConfig.class, "transcription.settings.");
        Place webhook = new Place(CREATE, WebhookToolParams.class, "tools[0].webhook.");
        Place event = new Place(CreateScheduledEventRequest.class, CreateScheduledEventRequest.class, "");
        return Stream.of(
                at(CREATE).whole("dynamic_variables_webhook_timeout_ms", 1, 10_000),
                at(UpdateAssistantRequest.class).whole("dynamic_variables_webhook_timeout_ms", 1, 10_000),
                at(UpdateAssistantRequestWithPromotion.class).whole("dynamic_variables_webhook_timeout_ms", 1, 10_000),
                telephony.whole("time_limit_secs", 30, 14_400),
                telephony.whole("user_idle_reply_secs", 0, NONE),
                telephony.whole("user_idle_timeout_secs", 10, 14_400),
                new Place(CREATE, NoiseSuppressionConfig.class, "telephony_settings.noise_suppression_config.")
                        .whole("attenuation_limit", 0, 100),
                detection.whole("after_greeting_silence_millis", 100, 5_000),
                detection.whole("between_words_silence_millis", 10, 5_000),
                detection.whole("greeting_duration_millis", 100, 10_000),
                detection.whole("greeting_silence_duration_millis", 500, 50_000),
                detection.whole("greeting_total_analysis_time_millis", 500, 300_000),
                detection.whole("initial_silence_millis", 100, 500_000),
                detection.whole("maximum_number_of_words", 1, 50),
                detection.whole("maximum_word_length_millis", 50, 5_000),
                detection.whole("min_word_length_millis", 1, 1_000),
                detection.whole("silence_threshold", 1, 1_000),
                detection.whole("total_analysis_time_millis", 500, 60_000),
                transcription.decimal("eager_eot_threshold", 0.3, 0.9),
                transcription.decimal("end_of_turn_confidence_threshold", 0, 1),
                transcription.decimal("eot_threshold", 0.5, 0.9),
                transcription.whole("eot_timeout_ms", 500, 10_000),
                transcription.whole("max_endpoint_delay_ms", 500, 3_000),
                transcription.whole("max_turn_silence", 100, 5_000),
                transcription.whole("min_turn_silence", 100, 5_000),
                new Place(CREATE, StartSpeakingPlan.class, "interruption_settings.start_speaking_plan.")
                        .decimal("wait_seconds", 0, NONE),
                new Place(CREATE, MessagingSettings.class, "messaging_settings.")
                        .whole("conversation_inactivity_minutes", 1, 10_000_000),
                new Place(CREATE, ObservabilitySettings.class, "observability_settings.")
                        .whole("prompt_version", 1, NONE),
                new Place(UpdateAssistantRequest.class, TelephonySettings.class, "telephony_settings.")
                        .whole("time_limit_secs", 30, 14_400),
                webhook.whole("async_timeout_ms", 1, 15_000),
                webhook.whole("timeout_ms", 500, 10_000),
                at(CreateAssistantTestRequest.class).whole("max_duration_seconds", 1, 3_600),
                at(UpdateAssistantTestRequest.class).whole("max_duration_seconds", 1, 3_600),
                event.whole("max_retries_client_errors", 0, 10),
                event.whole("retry_interval_secs", 60, 86_400),
                at(TestListParams.class).whole("page_size", 1, 100),
                at(McpServerListParams.class).whole("page_size", 1, 100),
                at(ScheduledEventListParams.class).whole("page_size", 1, 100),
                at(SharedToolListParams.class).whole("page_size", 1, 100),
                at(TestRunListParams.class).whole("page_size", 1, 100),
                at(TestSuiteRunListParams.class).whole("page_size", 1, 100));
    }

    static Stream<Limit> lengths() {
        return Stream.of(
                at(CreateAssistantTestRequest.class).length("name", 1, 255),
                at(CreateAssistantTestRequest.class).length("destination", 1, NONE),
                at(CreateAssistantTestRequest.class).length("instructions", 1, 5_000),
                at(CreateAssistantTestRequest.class).length("description", 0, 1_000),
                at(CreateAssistantTestRequest.class).length("test_suite", 0, 100),
                at(UpdateAssistantTestRequest.class).length("name", 1, 255),
                at(UpdateAssistantTestRequest.class).length("destination", 1, NONE),
                at(UpdateAssistantTestRequest.class).length("instructions", 1, 5_000),
                at(UpdateAssistantTestRequest.class).length("description", 0, 1_000),
                at(UpdateAssistantTestRequest.class).length("test_suite", 0, 100),
                at(UpdateAssistantRequest.class).length("version_name", 0, 50),
                at(UpdateAssistantRequestWithPromotion.class).length("version_name", 0, 50),
                at(AddTagRequest.class).length("tag", 1, NONE),
                at(AssistantRetrieveParams.class).length("call_control_id", 1, NONE),
                at(TestListParams.class).length("test_suite", 1, NONE),
                at(TestListParams.class).length("destination", 1, NONE),
                at(TestSuiteRunListParams.class).length("test_suite_run_id", 1, NONE),
                at(McpServerListParams.class).length("url", 1, NONE),
                at(SharedToolListParams.class).length("name", 1, NONE),
                at(TriggerTestRunRequest.class).length("destination_version_id", 1, NONE),
                at(TriggerTestSuiteRunsRequest.class).length("destination_version_id", 1, NONE),
                at(AssistantChatRequest.class).length("conversation_id", 1, NONE),
                at(UpdateMcpServerRequest.class).length("id", 1, NONE),
                new Place(CREATE, AssistantIntegration.class, "integrations[0].").length("integration_id", 1, NONE),
                new Place(CREATE, AssistantMcpServer.class, "mcp_servers[0].").length("id", 1, NONE),
                new Place(CREATE, ToolNode.class, "conversation_flow.nodes[1].").length("shared_tool_id", 1, NONE));
    }

    /** The limits that a single field cannot exercise; each has its own test below. */
    private static final Set<String> OTHERS = Set.of(
            BackgroundAudio.class.getSimpleName() + ".volume",
            RolloutSlot.class.getSimpleName() + ".weight",
            RolloutSlot.class.getSimpleName() + ".version_id",
            Serve.class.getSimpleName() + ".version_id",
            VersionPercentage.class.getSimpleName() + ".version_id",
            AssistantTarget.class.getSimpleName() + ".assistant_id",
            HandoffTarget.class.getSimpleName() + ".id",
            Clause.class.getSimpleName() + ".values",
            CreateAssistantTestRequest.class.getSimpleName() + ".rubric",
            UpdateAssistantTestRequest.class.getSimpleName() + ".rubric",
            StoredVariable.class.getSimpleName() + ".name",
            StoredVariable.class.getSimpleName() + ".value_path");

    @Test
    void tablesContainEveryLimitOfEveryRequest() {
        Set<String> annotated = MainClasses.records()
                .filter(type -> type != Assistant.class)
                .flatMap(type -> Stream.of(type.getRecordComponents())
                        .filter(part -> part.isAnnotationPresent(Length.class) || part.isAnnotationPresent(Range.class))
                        .map(part -> type.getSimpleName() + "."
                                + part.getName().replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT)))
                .collect(Collectors.toSet());

        assertThat(Stream.concat(
                        Stream.concat(ranges(), lengths())
                                .map(limit -> limit.place.model.getSimpleName() + "." + limit.field),
                        OTHERS.stream()))
                .containsAll(annotated)
                .allMatch(annotated::contains);
    }

    @ParameterizedTest
    @MethodSource("ranges")
    void acceptsBothEndsOfARangeAndNothingBeyond(Limit limit) {
        DoubleStream.of(limit.min, limit.max)
                .filter(end -> end != NONE)
                .forEach(end -> assertThat(limit.check(limit.number(end))).isEmpty());
        String expected = limit.max == NONE
                ? "must be at least " + limit.shown(limit.min)
                : "must be from " + limit.shown(limit.min) + " to " + limit.shown(limit.max);
        DoubleStream.of(limit.min - limit.step, limit.max + limit.step)
                .filter(beyond -> beyond != NONE)
                .forEach(beyond -> assertThat(limit.check(limit.number(beyond)))
                        .containsExactly(new Violation(limit.path(), expected + ", not " + limit.shown(beyond))));
    }

    @ParameterizedTest
    @MethodSource("lengths")
    void acceptsBothEndsOfALengthAndNothingBeyond(Limit limit) {
        boolean bounded = limit.max != NONE;
        assertThat(limit.check(text((int) limit.min))).isEmpty();
        assertThat(limit.check(text(bounded ? (int) limit.max : 100_000))).isEmpty();
        String expected = !bounded
                ? "must have at least " + (int) limit.min
                : limit.min == 0
                        ? "must have at most " + (int) limit.max
                        : "must have " + (int) limit.min + " to " + (int) limit.max;
        String unit = (bounded ? limit.max : limit.min) == 1 ? " character" : " characters";
        for (int beyond : new int[] {(int) limit.min - 1, bounded ? (int) limit.max + 1 : -1}) {
            if (beyond >= 0) {
                assertThat(limit.check(text(beyond)))
                        .containsExactly(new Violation(limit.path(), expected + unit + ", not " + beyond));
            }
        }
    }

    /** Returns a text of the given length in code points, which takes twice as many UTF-16 units. */
    private static JsonNode text(int length) {
        return Json.tree("\"" + "\uD83D\uDE00".repeat(length) + "\"");
    }

    @Test
    void limitsTheNumberOfElements() {
        String message = "must have at least 1 element, not 0";
        for (Class<?> request : List.of(CreateAssistantTestRequest.class, UpdateAssistantTestRequest.class)) {
            assertThat(Requests.check(request, "rubric", Json.tree("[]")))
                    .containsExactly(new Violation("rubric", message));
        }
        assertThat(Requests.check(
                        CanaryDeployRequest.class,
                        "rules[0].match",
                        Json.tree("[{\"attribute\": \"a\", \"operator\": \"in\", \"values\": []}]")))
                .containsExactly(new Violation("rules[0].match[0].values", message));
    }

    @Test
    void limitsTheIdsOfVersionsAndAssistants() {
        String message = "must have at least 1 character, not 0";
        assertThat(Requests.check(CanaryDeployRequest.class, "rules[0].serve", Json.tree("{\"version_id\": \"\"}")))
                .containsExactly(new Violation("rules[0].serve.version_id", message));
        assertThat(Requests.check(
                        CanaryDeployRequest.class,
                        "rules[0].serve",
                        Json.tree("{\"rollout\": [{\"version_id\": \"\", \"weight\": 5}]}")))
                .containsExactly(new Violation("rules[0].serve.rollout[0].version_id", message));
        assertThat(Requests.check(
                        CanaryDeployRequest.class,
                        Json.tree("{\"versions\": [{\"version_id\": \"\", \"percentage\": 5}]}")))
                .containsExactly(new Violation("versions[0].version_id", message));
        assertThat(Requests.check(
                        CREATE,
                        "conversation_flow.edges[0].target",
                        Json.tree("{\"type\": \"assistant\", \"assistant_id\": \"\"}")))
                .containsExactly(new Violation("conversation_flow.edges[0].target.assistant_id", message));
        assertThat(Requests.check(CREATE, "tools", Json.tree("""
                        [{"type": "handoff", "handoff": {"ai_assistants": [{"id": "", "name": "Sales"}]}}]
                        """)))
                .containsExactly(new Violation("tools[0].handoff.ai_assistants[0].id", message));
    }

    @Test
    void limitsApplyInsideListsAndUnions() {
        assertThat(Requests.check(CREATE, "tools[0].webhook.store_fields_as_variables", Json.tree("""
                        [{"name": "a", "value_path": "b"}, {"name": "", "value_path": ""}]
                        """)))
                .extracting(Violation::field)
                .containsExactly(
                        "tools[0].webhook.store_fields_as_variables[1].name",
                        "tools[0].webhook.store_fields_as_variables[1].value_path");
        String audio = "{\"type\": \"media_url\", \"value\": \"https://example.com/a.mp3\", \"volume\": %s}";
        for (String volume : List.of("0.1", "1", "0.5")) {
            assertThat(Requests.check(CREATE, "voice_settings.background_audio", Json.tree(audio.formatted(volume))))
                    .isEmpty();
        }
        for (String volume : List.of("0.05", "1.5", "0", "-1")) {
            assertThat(Requests.check(CREATE, "voice_settings.background_audio", Json.tree(audio.formatted(volume))))
                    .containsExactly(new Violation(
                            "voice_settings.background_audio.volume", "must be from 0.1 to 1, not " + volume));
        }
        assertThat(Requests.check(CREATE, "conversation_flow.nodes[0].tools", Json.tree("""
                        [[{"type": "hangup", "hangup": {}},
                          {"type": "webhook",
                           "webhook": {"name": "a", "description": "b", "url": "c", "timeout_ms": 499}}]]
                        """)))
                .containsExactly(new Violation(
                        "conversation_flow.nodes[0].tools[1].webhook.timeout_ms",
                        "must be from 500 to 10000, not 499"));
    }

    private static Place at(Class<?> request) {
        return new Place(request, request, "");
    }

    /** The position of a model with limits in a request. */
    private record Place(Class<?> request, Class<?> model, String prefix) {

        Limit whole(String field, double min, double max) {
            return new Limit(this, field, min, max, 1);
        }

        Limit decimal(String field, double min, double max) {
            return new Limit(this, field, min, max, 0.125);
        }

        Limit length(String field, double min, double max) {
            return new Limit(this, field, min, max, 1);
        }
    }

    private record Limit(Place place, String field, double min, double max, double step) {

        String path() {
            return place.prefix + field;
        }

        List<Violation> check(JsonNode value) {
            return Requests.check(place.request, path(), value);
        }

        JsonNode number(double value) {
            return Json.tree(shown(value));
        }

        String shown(double value) {
            return value == Math.rint(value) ? String.valueOf((long) value) : String.valueOf(value);
        }

        @Override
        public String toString() {
            return place.request.getSimpleName() + " " + path();
        }
    }
}
