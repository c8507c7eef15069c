package io.github.telnyxreactive;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import io.github.telnyxreactive.ScriptedService.Answer;
import io.github.telnyxreactive.call.ApiResponse;
import io.github.telnyxreactive.call.CallListener;
import io.github.telnyxreactive.error.DecodingException;
import io.github.telnyxreactive.json.Reading;
import io.github.telnyxreactive.json.TelnyxJson;
import io.github.telnyxreactive.model.assistant.Assistant;
import io.github.telnyxreactive.model.assistanttest.AssistantTest;
import io.github.telnyxreactive.model.testrun.TestRun;
import io.github.telnyxreactive.operation.AssistantOperations;
import io.github.telnyxreactive.operation.AssistantToolOperations;
import io.github.telnyxreactive.operation.CanaryDeployOperations;
import io.github.telnyxreactive.operation.Endpoint;
import io.github.telnyxreactive.operation.IntegrationOperations;
import io.github.telnyxreactive.operation.McpServerOperations;
import io.github.telnyxreactive.operation.Operation;
import io.github.telnyxreactive.operation.ScheduledEventOperations;
import io.github.telnyxreactive.operation.SharedToolOperations;
import io.github.telnyxreactive.operation.TagOperations;
import io.github.telnyxreactive.operation.TestOperations;
import io.github.telnyxreactive.operation.TestRunOperations;
import io.github.telnyxreactive.operation.TestSuiteOperations;
import io.github.telnyxreactive.paging.PagedFlux;
import io.github.telnyxreactive.resource.Assistants;
import java.time.OffsetDateTime;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.reactivestreams.Publisher;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Flux;
import reactor.test.StepVerifier;
import tools.jackson.databind.JsonNode;

/** Successful responses that are not as documented, over the wire, and how many requests it takes to read them. */
class OddResponsesTest {

    private static final ScriptedService SERVICE = new ScriptedService(request -> Answer.status(404));
    private static final TelnyxClient CLIENT = SERVICE.client().build();

    @AfterAll
    static void close() {
        CLIENT.close();
        SERVICE.close();
    }

    private static Assistants assistants(TelnyxClient client) {
        return client.ai().assistants();
    }

    private static <T> Operation<T> call(Endpoint<T> endpoint) {
        List<String> values = Collections.nCopies(endpoint.path().variables().size(), "id");
        Operation<T> operation = endpoint.call(values.toArray(String[]::new));
        return endpoint.bodyType() == null ? operation : operation.withBody(Map.of());
    }

    private static <T> T read(Endpoint<T> endpoint) {
        return Objects.requireNonNull(
                Objects.requireNonNull(CLIENT.exchange(call(endpoint)).block()).body());
    }

    /** What is written of a value that was read. */
    private static JsonNode written(Object value) {
        return tree(TelnyxJson.writeToString(value));
    }

    private static JsonNode tree(String json) {
        return TelnyxJson.read(json, JsonNode.class);
    }

    // Fields that are missing

    static Stream<Arguments> identities() {
        return Stream.of(
                Arguments.of(AssistantOperations.RETRIEVE, "{\"id\":\"a\"}"),
                Arguments.of(AssistantOperations.CREATE, "{\"id\":\"a\"}"),
                Arguments.of(AssistantOperations.DELETE, "{\"id\":\"a\"}"),
                Arguments.of(TestOperations.RETRIEVE, "{\"test_id\":\"t\"}"),
                Arguments.of(TestRunOperations.TRIGGER, "{\"run_id\":\"r\"}"),
                Arguments.of(TestRunOperations.RETRIEVE, "{\"run_id\":\"r\"}"),
                Arguments.of(McpServerOperations.RETRIEVE, "{\"id\":\"m\"}"),
                Arguments.of(CanaryDeployOperations.RETRIEVE, "{\"assistant_id\":\"a\"}"),
                Arguments.of(SharedToolOperations.RETRIEVE, "{\"id\":\"t\"}"),
                Arguments.of(IntegrationOperations.RETRIEVE, "{\"id\":\"i\"}"),
                Arguments.of(
                        ScheduledEventOperations.RETRIEVE,
                        "{\"telnyx_conversation_channel\":\"phone_call\",\"scheduled_event_id\":\"e\"}"));
    }

    @ParameterizedTest
    @MethodSource("identities")
    void onlyWhatIdentifiesAnObjectIsRequired(Endpoint<?> endpoint, String body) {
        SERVICE.answer(Answer.json(body));

        assertThat(written(read(endpoint))).isEqualTo(tree(body));
        assertThat(SERVICE.asked()).hasSize(1);
    }

    @ParameterizedTest
    @MethodSource("identities")
    void whatIdentifiesAnObjectIsRequired(Endpoint<?> endpoint, String body) {
        if (endpoint == ScheduledEventOperations.RETRIEVE) {
            return;
        }
        for (String odd : List.of("{}", "{\"name\":\"x\"}", body.replaceAll("\"\\w\"", "null"))) {
            SERVICE.answer(Answer.json(odd));

            StepVerifier.create(CLIENT.exchange(call(endpoint)))
                    .verifyErrorSatisfies(OddResponsesTest::assertUnexpected);
            assertThat(SERVICE.asked()).hasSize(1);
        }
    }

    private static void assertUnexpected(Throwable error) {
        assertThat(error).isInstanceOfSatisfying(DecodingException.class, e -> {
            assertThat(e.isOutcomeKnown()).isTrue();
            assertThat(e.attempts()).isEqualTo(1);
        });
    }

    @Test
    void aToolTestWhoseTargetNeverAnsweredIsRead() {
        SERVICE.answer(Answer.json("{\"data\":{\"success\":false}}"));

        assertThat(read(AssistantToolOperations.TEST).success()).isFalse();
        assertThat(SERVICE.asked()).hasSize(1);
    }

    @Test
    void whatIsMissingInsideCostsNothing() {
        String body =
                "{\"id\":\"a\",\"external_llm\":{},\"voice_settings\":{\"speed\":1.5},\"tools\":[{\"type\":\"webhook\"},"
                        + "{\"type\":\"webhook\",\"webhook\":{}},{},{\"name\":\"x\"}],\"conversation_flow\":{\"nodes\":[{\"id\":\"n\"},"
                        + "{\"type\":\"tool\"},{\"type\":\"speak\"}],\"edges\":[{}]}}";
        SERVICE.answer(Answer.json(body));

        Assistant assistant = read(AssistantOperations.RETRIEVE);

        assertThat(written(assistant)).isEqualTo(tree(body));
        assertThat(SERVICE.asked()).hasSize(1);
    }

    // Dates, numbers and other values that do not fit

    @ParameterizedTest
    @CsvSource({
        "2026-07-16T09:30:15Z, 2026-07-16T09:30:15Z",
        "2026-07-16 09:30:15, 2026-07-16T09:30:15Z",
        "2026-07-16 09:30:15Z, 2026-07-16T09:30:15Z",
        "2026-07-16T09:30:15+0000, 2026-07-16T09:30:15Z",
        "2026-07-16T09:30:15+02, 2026-07-16T09:30:15+02:00",
        "2026-07-16t09:30:15z, 2026-07-16T09:30:15Z",
        "2026-07-16T09:30, 2026-07-16T09:30:00Z",
        "2026-07-16, 2026-07-16T00:00:00Z"
    })
    void readsTheDatesOfTheStandards(String text, OffsetDateTime date) {
        SERVICE.answer(Answer.json("{\"test_id\":\"t\",\"created_at\":\"" + text + "\"}"));

        AssistantTest test = read(TestOperations.RETRIEVE);

        assertThat(test.createdAt()).isEqualTo(date);
        assertThat(test.additionalProperties()).isEmpty();
        assertThat(SERVICE.asked()).hasSize(1);
    }

    static Stream<Arguments> kept() {
        return Stream.of(
                        kept(
                                "created_at",
                                "\"\"",
                                "1784194215",
                                "1784194215000",
                                "\"2026-07-16T09:30:60Z\"",
                                "\"2026-07-16T09:30:15.1234567891Z\"",
                                "\"16.07.2026\"",
                                "\"soon\"",
                                "true",
                                "{}",
                                "[]"),
                        kept(
                                "max_duration_seconds",
                                "3000000000",
                                "-3000000000",
                                "99999999999999999999999",
                                "7.5",
                                "1e400",
                                "\"\"",
                                "\"x\"",
                                "true",
                                "{}",
                                "[]"),
                        kept("name", "7", "7.5", "true", "{}", "[]", "[\"x\"]"),
                        kept("telnyx_conversation_channel", "7", "true", "{}", "[]"),
                        kept("rubric", "7", "\"\"", "\"x\"", "{}", "{\"name\":\"x\"}", "[7]", "[null]", "[[]]"))
                .flatMap(rows -> rows);
    }

    private static Stream<Arguments> kept(String field, String... values) {
        return Stream.of(values).map(value -> Arguments.of(field, value));
    }

    private static void assertKept(@Nullable AssistantTest test, String field, String value) {
        assertThat(Objects.requireNonNull(test).testId()).isEqualTo("t");
        assertThat(test.additionalProperties()).containsOnlyKeys(field);
        assertThat(String.valueOf(test.additionalProperties().get(field))).isEqualTo(String.valueOf(tree(value)));
        assertThat(written(test)).isEqualTo(tree("{\"test_id\":\"t\",\"" + field + "\":" + value + "}"));
        assertThat(SERVICE.asked()).hasSize(1);
    }

    @ParameterizedTest
    @MethodSource("kept")
    void aValueThatDoesNotFitIsKeptAsItCame(String field, String value) {
        SERVICE.answer(Answer.json("{\"test_id\":\"t\",\"" + field + "\":" + value + "}"));

        assertKept(read(TestOperations.RETRIEVE), field, value);
    }

    @ParameterizedTest
    @MethodSource("kept")
    void aValueThatDoesNotFitIsKeptOfWhatWasCreated(String field, String value) {
        SERVICE.answer(new Answer(201, "application/json", "{\"test_id\":\"t\",\"" + field + "\":" + value + "}"));

        assertKept(read(TestOperations.CREATE), field, value);
    }

    @ParameterizedTest
    @MethodSource("kept")
    void aValueThatDoesNotFitIsKeptInAList(String field, String value) {
        SERVICE.answer(Answer.json("{\"data\":[{\"test_id\":\"t\",\"" + field + "\":" + value + "}]}"));
        PagedFlux<AssistantTest> list = assistants(CLIENT).tests().list();

        assertKept(list.blockLast(), field, value);
        SERVICE.answer(Answer.json("{\"data\":[{\"test_id\":\"t\",\"" + field + "\":" + value + "}]}"));
        assertKept(Objects.requireNonNull(list.pages().blockLast()).data().get(0), field, value);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"tools\":7",
                "\"tools\":{\"type\":\"webhook\"}",
                "\"tools\":[7]",
                "\"tools\":[{\"type\":\"webhook\",\"webhook\":{\"timeout_ms\":\"soon\"}}]",
                "\"tools\":[{\"type\":7}]",
                "\"tags\":[\"a\",7]",
                "\"tags\":\"a\"",
                "\"dynamic_variables\":[]",
                "\"voice_settings\":{\"speed\":\"\"}",
                "\"voice_settings\":{\"speed\":true}",
                "\"voice_settings\":{\"speed\":1e400}",
                "\"voice_settings\":{\"use_speaker_boost\":2}",
                "\"voice_settings\":{\"use_speaker_boost\":\"\"}",
                "\"voice_settings\":{\"use_speaker_boost\":0.0}",
                "\"voice_settings\":\"x\"",
                "\"widget_settings\":{\"logo_icon_url\":7}",
                "\"telephony_settings\":{\"time_limit_secs\":3000000000}",
                "\"telephony_settings\":{\"time_limit_secs\":7.5}",
                "\"conversation_flow\":{\"nodes\":{}}",
                "\"enabled_features\":[7]"
            })
    void aValueThatDoesNotFitInsideIsKeptAsItCame(String field) {
        String body = "{\"id\":\"a\",\"name\":\"n\"," + field + "}";
        SERVICE.answer(Answer.json(body));

        Assistant assistant = read(AssistantOperations.RETRIEVE);

        assertThat(assistant.name()).isEqualTo("n");
        assertThat(written(assistant)).isEqualTo(tree(body));
        assertThat(SERVICE.asked()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2", "1", "0", "\"\"", "\"true\"", "1.0", "[]"})
    void whatIsNoBooleanIsKeptAsItCame(String value) {
        SERVICE.answer(Answer.json("{\"id\":\"a\",\"deleted\":" + value + "}"));

        var deleted = read(AssistantOperations.DELETE);

        assertThat(deleted.deleted()).isNull();
        assertThat(deleted.additionalProperties()).containsEntry("deleted", tree(value));
        assertThat(SERVICE.asked()).hasSize(1);
    }

    // Values in another place

    static Stream<Arguments> places() {
        String test = "{\"test_id\":\"t\",\"name\":\"n\"}";
        String run = "{\"run_id\":\"r\",\"status\":\"pending\"}";
        String tool = "{\"success\":true,\"status_code\":200}";
        return Stream.of(
                Arguments.of(TestOperations.RETRIEVE, "{\"data\":" + test + "}", test),
                Arguments.of(TestOperations.CREATE, "{\"data\":" + test + ",\"meta\":{}}", test),
                Arguments.of(TestRunOperations.TRIGGER, "{\"data\":" + run + "}", run),
                Arguments.of(AssistantToolOperations.TEST, tool, tool),
                Arguments.of(AssistantToolOperations.TEST, "{\"data\":" + tool + "}", tool),
                Arguments.of(IntegrationOperations.RETRIEVE_CONNECTION, "{\"id\":\"c\"}", "{\"id\":\"c\"}"),
                Arguments.of(TestSuiteOperations.TRIGGER_RUNS, "{\"data\":[" + run + "]}", "[" + run + "]"),
                Arguments.of(AssistantOperations.IMPORTS, "[{\"id\":\"a\"}]", "[{\"id\":\"a\"}]"),
                Arguments.of(TagOperations.LIST, "[\"a\"]", "[\"a\"]"),
                Arguments.of(TagOperations.LIST, "{\"data\":[\"a\"]}", "[\"a\"]"),
                Arguments.of(TagOperations.LIST, "{\"data\":{\"tags\":[\"a\"]}}", "[\"a\"]"));
    }

    @ParameterizedTest
    @MethodSource("places")
    void findsAValueInAnotherPlace(Endpoint<?> endpoint, String body, String value) {
        for (String contentType : List.of("application/json", "text/html; charset=utf-8", "text/plain")) {
            SERVICE.answer(new Answer(200, contentType, body));

            assertThat(written(read(endpoint))).isEqualTo(tree(value));
            assertThat(SERVICE.asked()).hasSize(1);
        }
    }

    @Test
    void aBodyOfErrorsIsNoSuccess() {
        for (Endpoint<?> endpoint : List.of(
                TestOperations.RETRIEVE, AssistantToolOperations.TEST, TestOperations.CREATE, TagOperations.LIST)) {
            SERVICE.answer(Answer.json("{\"errors\":[{\"title\":\"No\"}]}"));

            StepVerifier.create(CLIENT.exchange(call(endpoint)))
                    .verifyErrorSatisfies(OddResponsesTest::assertUnexpected);
            assertThat(SERVICE.asked()).hasSize(1);
        }
    }

    @Test
    void aListOfWhichOneElementHasNoIdIsAnErrorWithTheOthers() {
        SERVICE.answer(new Answer(201, "application/json", "[{\"run_id\":\"a\"},{},{\"run_id\":\"b\"},7]"));

        StepVerifier.create(CLIENT.exchange(call(TestSuiteOperations.TRIGGER_RUNS)))
                .verifyErrorSatisfies(error -> {
                    assertUnexpected(error);
                    DecodingException unreadable = (DecodingException) error;
                    assertThat(unreadable.readable(TestRun.class))
                            .extracting(TestRun::runId)
                            .containsExactly("a", "b");
                    assertThat(unreadable.readable(Assistant.class)).isEmpty();
                    assertThat(unreadable.unreadable()).containsExactly(tree("{}"), tree("7"));
                });
        assertThat(SERVICE.asked()).hasSize(1);
    }

    // Pages of something in between

    private static List<Publisher<?>> callsWithoutContent() {
        return List.of(
                CLIENT.ai().mcpServers().delete("m"),
                assistants(CLIENT).tests().delete("t"),
                assistants(CLIENT).canaryDeploys().delete("a"),
                assistants(CLIENT).tools().remove("a", "t"),
                assistants(CLIENT).tools().add("a", "t"));
    }

    private static void assertNotTheService(Publisher<?> call, Answer page) {
        SERVICE.answer(page);
        StepVerifier.create(Flux.from(call).then())
                .verifyErrorSatisfies(error -> assertThat(error).isInstanceOfSatisfying(DecodingException.class, e -> {
                    assertThat(e.status()).isEqualTo(200);
                    assertThat(SERVICE.asked()).hasSize(e.attempts());
                    assertThat(e).hasMessageContaining("base URL");
                }));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!DOCTYPE html><html><body>Sign in</body></html>",
                "<html></html>",
                "\r\n \t<HTML>\n",
                "\uFEFF<!doctype HTML>",
                "<!-- moved --><html></html>",
                "<head></head>",
                "<?xml version=\"1.0\"?><!DOCTYPE html><html/>"
            })
    void aPageInHtmlIsNoSuccessWithoutContent(String page) {
        for (String contentType : List.of("text/html; charset=utf-8", "application/json")) {
            for (Publisher<?> call : callsWithoutContent()) {
                assertNotTheService(call, new Answer(200, contentType, page));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!DOCTYPE html><html><body>Sign in</body></html>",
                "<html></html>",
                "\r\n \t<HTML>\n",
                "\uFEFF<!doctype HTML>"
            })
    void aPageInHtmlIsNoText(String page) {
        assertNotTheService(assistants(CLIENT).getTexml("a"), new Answer(200, "text/html; charset=utf-8", page));
        assertNotTheService(assistants(CLIENT).getTexml("a"), new Answer(200, "application/xml", page));
        assertNotTheService(
                assistants(CLIENT).instructions().enhance("a"), new Answer(200, "text/html; charset=utf-8", page));
        assertNotTheService(
                CLIENT.exchange(call(AssistantOperations.ENHANCE_INSTRUCTIONS)), new Answer(200, "text/html", page));
    }

    @ParameterizedTest
    @ValueSource(strings = {"<!-- moved --><html></html>", "<head><title>Sign in</title></head>"})
    void aPageInHtmlIsNoTeXmlHoweverItBegins(String page) {
        assertNotTheService(assistants(CLIENT).getTexml("a"), new Answer(200, "text/html", page));
    }

    @Test
    void aPageInHtmlIsNoTextWhateverItsContentType() {
        assertNotTheService(
                assistants(CLIENT).instructions().enhance("a"),
                new Answer(200, "text/plain", "<!DOCTYPE html><html><body>Sign in</body></html>"));
    }

    @Test
    void aPageInHtmlIsNoObject() {
        Answer page = new Answer(200, "text/html", "<html>Sign in</html>");

        assertNotTheService(assistants(CLIENT).delete("a"), page);
        assertNotTheService(assistants(CLIENT).tags().remove("a", "t"), page);
        assertNotTheService(assistants(CLIENT).retrieve("a"), page);
    }

    @Test
    void aPageInHtmlOnAnUpdateLeavesTheOutcomeOpen() {
        SERVICE.answer(new Answer(200, "text/html", "<html>Sign in</html>"));

        StepVerifier.create(CLIENT.exchange(call(AssistantOperations.UPDATE)))
                .verifyErrorSatisfies(error -> assertThat(error)
                        .isInstanceOfSatisfying(
                                DecodingException.class,
                                e -> assertThat(e.isOutcomeKnown()).isFalse()));
        assertThat(SERVICE.asked()).hasSize(1);
    }

    @Test
    void textAndXmlAreNoPages() {
        SERVICE.answer(new Answer(200, "application/xml", "<?xml version=\"1.0\"?><Response/>"));
        StepVerifier.create(assistants(CLIENT).getTexml("a"))
                .expectNext("<?xml version=\"1.0\"?><Response/>")
                .verifyComplete();
        SERVICE.answer(new Answer(200, "text/plain", "Say <html> and wait."));
        StepVerifier.create(assistants(CLIENT).instructions().enhance("a").reduce("", String::concat))
                .expectNext("Say <html> and wait.")
                .verifyComplete();
        for (String body : List.of("", "{}", "null", "OK", "{\"deleted\":true}")) {
            for (Publisher<?> call : callsWithoutContent()) {
                SERVICE.answer(new Answer(200, "text/html", body));
                StepVerifier.create(call).verifyComplete();
                assertThat(SERVICE.asked()).hasSize(1);
            }
        }
    }

    // No content

    @ParameterizedTest
    @ValueSource(ints = {200, 202, 204})
    void aDeleteWithoutABodyIsDone(int status) {
        for (Publisher<?> call : List.<Publisher<?>>of(
                assistants(CLIENT).delete("a"),
                assistants(CLIENT).tags().remove("a", "t"),
                assistants(CLIENT).tests().delete("t"))) {
            SERVICE.answer(Answer.status(status));

            StepVerifier.create(call).verifyComplete();
            assertThat(SERVICE.asked()).hasSize(1);
        }
    }

    @Test
    void aDeleteWithoutABodyHasAStatus() {
        SERVICE.answer(Answer.status(204));

        ApiResponse<?> response =
                CLIENT.exchange(call(AssistantOperations.DELETE)).block();

        assertThat(Objects.requireNonNull(response).status()).isEqualTo(204);
        assertThat(response.body()).isNull();
    }

    @Test
    void noContentWhereSomethingIsCreatedSaysThatItExists() {
        for (Endpoint<?> endpoint : List.of(
                AssistantOperations.CREATE,
                AssistantOperations.CLONE,
                AssistantOperations.UPDATE,
                TestOperations.CREATE,
                TestOperations.UPDATE,
                TestRunOperations.TRIGGER,
                TestSuiteOperations.TRIGGER_RUNS,
                TagOperations.ADD)) {
            SERVICE.answer(Answer.status(204));

            StepVerifier.create(CLIENT.exchange(call(endpoint))).verifyErrorSatisfies(error -> {
                assertUnexpected(error);
                assertThat(error)
                        .hasMessageContaining("204")
                        .hasMessageContaining("The service has processed the request");
            });
            assertThat(SERVICE.asked()).hasSize(1);
        }
    }

    @Test
    void noContentWhereSomethingIsReadIsAnError() {
        SERVICE.answer(Answer.status(204));

        StepVerifier.create(assistants(CLIENT).retrieve("a"))
                .verifyErrorSatisfies(error -> assertThat(error)
                        .isInstanceOfSatisfying(
                                DecodingException.class,
                                e -> assertThat(SERVICE.asked()).hasSize(e.attempts())));
    }

    // Strict reading, and who is told

    @ParameterizedTest
    @MethodSource("kept")
    void strictReadingFailsWhereLenientReadingDoesNot(String field, String value) {
        String body = "{\"test_id\":\"t\",\"" + field + "\":" + value + "}";
        try (TelnyxClient strict = SERVICE.client().reading(Reading.strict()).build()) {
            SERVICE.answer(Answer.json(body));
            StepVerifier.create(assistants(strict).tests().retrieve("t"))
                    .verifyErrorSatisfies(OddResponsesTest::assertUnexpected);
            assertThat(SERVICE.asked()).hasSize(1);

            SERVICE.answer(Answer.json("{\"data\":[{\"test_id\":\"s\"}," + body + "]}"));
            StepVerifier.create(assistants(strict).tests().list().map(AssistantTest::testId))
                    .expectNext("s")
                    .verifyErrorSatisfies(OddResponsesTest::assertUnexpected);
            assertThat(SERVICE.asked()).hasSize(1);

            SERVICE.answer(Answer.json("{\"data\":[{\"test_id\":\"s\"}," + body + "]}"));
            StepVerifier.create(assistants(strict).tests().list().pages())
                    .verifyErrorSatisfies(OddResponsesTest::assertUnexpected);
            assertThat(SERVICE.asked()).hasSize(1);
        }
    }

    @Test
    void strictReadingReadsWhatIsAsDocumented() {
        try (TelnyxClient strict = SERVICE.client().reading(Reading.strict()).build()) {
            SERVICE.answer(Answer.json("{\"test_id\":\"t\",\"created_at\":\"2026-07-16T09:30:15Z\",\"new\":7}"));
            assertThat(Objects.requireNonNull(
                                    assistants(strict).tests().retrieve("t").block())
                            .additionalProperties())
                    .containsOnlyKeys("new");

            SERVICE.answer(Answer.json("{\"data\":{\"test_id\":\"t\"}}"));
            StepVerifier.create(assistants(strict).tests().retrieve("t"))
                    .verifyErrorSatisfies(OddResponsesTest::assertUnexpected);
            assertThat(SERVICE.asked()).hasSize(1);
        }
    }

    @Test
    void theReadingOfAViewIsItsOwn() {
        SERVICE.answer(Answer.json("{\"test_id\":\"t\",\"created_at\":\"soon\"}"));
        TelnyxClient strict = CLIENT.withOptions(options -> options.withReading(Reading.strict()));

        StepVerifier.create(assistants(strict).tests().retrieve("t"))
                .verifyErrorSatisfies(OddResponsesTest::assertUnexpected);
        StepVerifier.create(assistants(CLIENT).tests().retrieve("t"))
                .expectNextCount(1)
                .verifyComplete();
    }

    @Test
    void aReadingIsToldOfEveryField() {
        List<String> kept = new CopyOnWriteArrayList<>();
        TelnyxClient client = CLIENT.withOptions(options -> options.withReading(Reading.lenient(kept::add)));
        SERVICE.answer(
                Answer.json("{\"test_id\":\"t\",\"created_at\":\"soon\",\"rubric\":[{\"name\":7},{\"name\":8}]}"));

        assistants(client).tests().retrieve("t").block();
        assistants(client).tests().retrieve("t").block();

        assertThat(kept).hasSize(4).containsOnly("created_at", "rubric[].name");
    }

    private static final String CANARY = "{\"assistant_id\":\"a\",\"created_at\":\"soon\",\"rules\":[{\"match\":7},"
            + "{\"match\":8}],\"versions\":[{\"percentage\":\"x\"}]}";

    @Test
    void aListenerIsToldOncePerFieldAndOperation() {
        List<String> kept = new CopyOnWriteArrayList<>();
        CallListener listener = new CallListener() {
            @Override
            public void onKept(String operation, String field) {
                kept.add(operation + ' ' + field);
            }
        };
        SERVICE.answer(Answer.json(CANARY));
        try (TelnyxClient client = SERVICE.client().listener(listener).build()) {
            for (int i = 0; i < 3; i++) {
                client.exchange(call(CanaryDeployOperations.RETRIEVE)).block();
            }
            client.exchange(call(CanaryDeployOperations.UPDATE)).block();
            client.withOptions(options -> options)
                    .exchange(call(CanaryDeployOperations.UPDATE))
                    .block();
        }

        assertThat(kept)
                .containsExactlyInAnyOrder(
                        "assistants.canaryDeploys.retrieve created_at",
                        "assistants.canaryDeploys.retrieve rules[].match",
                        "assistants.canaryDeploys.retrieve versions[].percentage",
                        "assistants.canaryDeploys.update created_at",
                        "assistants.canaryDeploys.update rules[].match",
                        "assistants.canaryDeploys.update versions[].percentage");
        assertThat(SERVICE.asked()).hasSize(5);
    }

    @Test
    void aListenerIsToldOfTheFieldsOfAList() {
        List<String> kept = new CopyOnWriteArrayList<>();
        CallListener listener = new CallListener() {
            @Override
            public void onKept(String operation, String field) {
                kept.add(operation + ' ' + field);
            }
        };
        SERVICE.answer(Answer.json("{\"data\":[{\"test_id\":\"1\",\"name\":7},{\"test_id\":\"2\",\"name\":8}],"
                + "\"meta\":{\"total_pages\":\"1\",\"page_number\":1,\"page_size\":9,\"total_results\":2}}"));
        try (TelnyxClient client = SERVICE.client().listener(listener).build()) {
            assistants(client).tests().list().blockLast();
            assertThat(kept).contains("assistants.tests.list name").doesNotHaveDuplicates();
            assertThat(SERVICE.asked()).hasSize(1);
            int told = kept.size();
            assistants(client).tests().list().blockLast();
            assertThat(kept).hasSize(told);
        }
    }

    @Test
    void theLogSaysEachFieldOnce() {
        Logger logger = (Logger) LoggerFactory.getLogger("io.github.telnyxreactive.calls");
        List<String> lines = new CopyOnWriteArrayList<>();
        AppenderBase<ILoggingEvent> appender = new AppenderBase<>() {
            @Override
            protected void append(ILoggingEvent event) {
                // Other tests may run meanwhile.
                if (event.getFormattedMessage().startsWith("assistants.canaryDeploys.create: the field ")) {
                    lines.add(event.getLevel() + " " + event.getFormattedMessage());
                }
            }
        };
        appender.start();
        logger.addAppender(appender);
        SERVICE.answer(new Answer(201, "application/json", CANARY));
        try (TelnyxClient client = SERVICE.client().build()) {
            client.exchange(call(CanaryDeployOperations.CREATE)).block();
            client.exchange(call(CanaryDeployOperations.CREATE)).block();
        } finally {
            logger.detachAppender(appender);
        }

        assertThat(lines)
                .hasSize(3)
                .doesNotHaveDuplicates()
                .allMatch(line -> line.startsWith("WARN"))
                .noneMatch(line -> line.contains("soon"))
                .anyMatch(line -> line.contains("the field created_at cannot be read as its type"));
        assertThat(SERVICE.asked()).hasSize(2);
    }
}
