package io.github.telnyxreactive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.telnyxreactive.error.NotFoundException;
import io.github.telnyxreactive.error.UnauthorizedException;
import io.github.telnyxreactive.error.UnprocessableEntityException;
import io.github.telnyxreactive.model.Field;
import io.github.telnyxreactive.model.assistanttest.AssistantTest;
import io.github.telnyxreactive.model.assistanttest.CreateAssistantTestRequest;
import io.github.telnyxreactive.model.assistanttest.RubricItem;
import io.github.telnyxreactive.model.assistanttest.TelnyxConversationChannel;
import io.github.telnyxreactive.model.assistanttest.TestListParams;
import io.github.telnyxreactive.model.assistanttest.UpdateAssistantTestRequest;
import io.github.telnyxreactive.model.testrun.TestRun;
import io.github.telnyxreactive.model.testrun.TestRunListParams;
import io.github.telnyxreactive.model.testrun.TestRunStatus;
import io.github.telnyxreactive.model.testrun.TestSuiteRunListParams;
import io.github.telnyxreactive.model.testrun.TriggerTestRunRequest;
import io.github.telnyxreactive.operation.TestOperations;
import io.github.telnyxreactive.resource.AssistantTests;
import io.github.telnyxreactive.simulator.RecordedRequest;
import io.github.telnyxreactive.simulator.Simulator;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests the eleven operations on tests, runs and suites end to end, with the bytes that they send. */
class OperationsTest {

    private final Simulator simulator = Simulator.builder()
            .runDuration(Duration.ofMillis(20), Duration.ofMillis(60))
            .start();
    private final TelnyxClient client = Clients.of(simulator).build();
    private final AssistantTests tests = client.ai().assistants().tests();

    @AfterEach
    void close() {
        client.close();
        simulator.close();
    }

    private static CreateAssistantTestRequest refund() {
        return CreateAssistantTestRequest.builder()
                .name("Refund")
                .destination("+13125550001")
                .instructions("Ask for a refund.")
                .rubric(List.of(
                        RubricItem.builder().name("Kind").criteria("Stays kind").build()))
                .telnyxConversationChannel(TelnyxConversationChannel.PHONE_CALL)
                .testSuite("billing")
                .build();
    }

    private static String text(RecordedRequest request) {
        return new String(request.body(), StandardCharsets.UTF_8);
    }

    @Test
    void createsReadsUpdatesAndDeletesATest() {
        AssistantTest created = tests.create(refund()).block();

        assertThat(created.name()).isEqualTo("Refund");
        assertThat(tests.retrieve(created.testId()).block()).isEqualTo(created);

        AssistantTest changed = tests.update(
                        created.testId(),
                        UpdateAssistantTestRequest.builder()
                                .description(Field.set("New"))
                                .testSuite(Field.clear())
                                .build())
                .block();
        assertThat(changed.description()).isEqualTo("New");
        assertThat(changed.testSuite()).isNull();
        assertThat(changed.name()).isEqualTo("Refund");

        assertThat(tests.delete(created.testId()).blockOptional()).isEmpty();
        assertThat(tests.retrieve(created.testId()).onErrorResume(NotFoundException.class, e -> {
                    assertThat(e.status()).isEqualTo(404);
                    assertThat(e.requestId()).isNotBlank();
                    assertThat(e.attempts()).isEqualTo(1);
                    return reactor.core.publisher.Mono.empty();
                }))
                .satisfies(none -> assertThat(none.blockOptional()).isEmpty());
    }

    @Test
    void sendsTheBytesOfTheContract() {
        AssistantTest created = tests.create(refund()).block();
        tests.update(
                        created.testId(),
                        UpdateAssistantTestRequest.builder()
                                .description(Field.clear())
                                .build())
                .block();

        RecordedRequest create = simulator.requests("assistants.tests.create").get(0);
        assertThat(create.method()).isEqualTo("POST");
        assertThat(create.uri()).isEqualTo("/v2/ai/assistants/tests");
        assertThat(text(create))
                .isEqualTo(
                        "{\"name\":\"Refund\",\"destination\":\"+13125550001\",\"instructions\":\"Ask for a refund.\","
                                + "\"rubric\":[{\"name\":\"Kind\",\"criteria\":\"Stays kind\"}],"
                                + "\"telnyx_conversation_channel\":\"phone_call\",\"test_suite\":\"billing\"}");
        assertThat(create.headers())
                .containsEntry("content-type", List.of("application/json"))
                .containsEntry("authorization", List.of("Bearer " + simulator.apiKey()))
                .containsEntry("accept", List.of("application/json"))
                .containsEntry("user-agent", List.of("telnyx-reactive"))
                .containsEntry("content-length", List.of(String.valueOf(create.body().length)))
                .doesNotContainKey("transfer-encoding");
        assertThat(create.headers().get("idempotency-key"))
                .singleElement()
                .satisfies(key -> assertThat(key).matches("[A-Za-z0-9_-]{1,255}"));

        RecordedRequest update = simulator.requests("assistants.tests.update").get(0);
        assertThat(update.method()).isEqualTo("PUT");
        assertThat(text(update)).isEqualTo("{\"description\":null}");
        assertThat(update.headers()).doesNotContainKey("idempotency-key");
    }

    @Test
    void generatesKeysPerSubscriptionUnlessTheCallerChoosesOne() {
        String testId = simulator.addSuite("checkout", 1).get(0).testId();
        var trigger = tests.runs().trigger(testId);
        trigger.block();
        trigger.block();
        client.execute(io.github.telnyxreactive.operation.TestRunOperations.trigger(
                                testId, TriggerTestRunRequest.builder().build())
                        .withIdempotencyKey("batch-7"))
                .repeat(1)
                .blockLast();

        List<String> keys = simulator.requests("assistants.tests.runs.trigger").stream()
                .map(request -> request.headers().get("idempotency-key").get(0))
                .toList();
        assertThat(keys).hasSize(4).element(2).isEqualTo("batch-7");
        assertThat(keys.get(3)).isEqualTo("batch-7");
        assertThat(keys.get(0)).isNotEqualTo(keys.get(1));
        assertThat(simulator.runs()).hasSize(3);
    }

    @Test
    void filtersListsAndFollowsTheirPages() {
        simulator.addSuite("checkout", 25);
        simulator.addSuite("billing", 3);

        assertThat(tests.list().collectList().block()).hasSize(28);
        assertThat(tests.list(TestListParams.builder()
                                .testSuite("billing")
                                .pageSize(2)
                                .build())
                        .collectList()
                        .block())
                .hasSize(3)
                .allMatch(test -> "billing".equals(test.testSuite()));
        assertThat(tests.testSuites().list().collectList().block()).containsExactlyInAnyOrder("checkout", "billing");

        assertThat(simulator.requests("assistants.tests.list"))
                .extracting(RecordedRequest::uri)
                .containsExactly(
                        "/v2/ai/assistants/tests",
                        "/v2/ai/assistants/tests?page%5Bnumber%5D=2",
                        "/v2/ai/assistants/tests?test_suite=billing&page%5Bsize%5D=2",
                        "/v2/ai/assistants/tests?test_suite=billing&page%5Bnumber%5D=2&page%5Bsize%5D=2");
        assertThat(simulator.requests("assistants.tests.testSuites.list"))
                .extracting(RecordedRequest::uri)
                .containsExactly("/v2/ai/assistants/tests/test-suites");
    }

    @Test
    void triggersReadsListsAndAwaitsRuns() {
        String testId = simulator.addSuite("checkout", 1).get(0).testId();

        TestRun run = tests.runs().trigger(testId).block();
        assertThat(tests.runs().retrieve(testId, run.runId()).block().runId()).isEqualTo(run.runId());
        TestRun ended = tests.runs().awaitCompletion(testId, run.runId()).block();
        assertThat(ended.status().isTerminal()).isTrue();
        assertThat(ended.detailStatus()).isNotEmpty();
        TestRun another = tests.runs()
                .triggerAndAwait(testId, TriggerTestRunRequest.builder().build())
                .block();
        assertThat(another.status().isTerminal()).isTrue();

        assertThat(tests.runs().list(testId).collectList().block()).hasSize(2);
        assertThat(tests.runs()
                        .list(
                                testId,
                                TestRunListParams.builder()
                                        .status(TestRunStatus.PENDING)
                                        .build())
                        .collectList()
                        .block())
                .isEmpty();
        assertThat(simulator.requests("assistants.tests.runs.list").get(1).uri())
                .isEqualTo("/v2/ai/assistants/tests/" + testId + "/runs?status=pending");
    }

    @Test
    void triggersAndListsSuites() {
        simulator.addSuite("checkout", 4);

        List<TestRun> runs = tests.testSuites().runs().trigger("checkout").block();
        assertThat(runs)
                .hasSize(4)
                .extracting(TestRun::testSuiteRunId)
                .containsOnly(runs.get(0).testSuiteRunId());
        tests.testSuites().runs().trigger("checkout").block();

        assertThat(tests.testSuites().runs().list("checkout").collectList().block())
                .hasSize(8);
        assertThat(tests.testSuites()
                        .runs()
                        .list(
                                "checkout",
                                TestSuiteRunListParams.builder()
                                        .testSuiteRunId(runs.get(0).testSuiteRunId())
                                        .build())
                        .map(TestRun::runId)
                        .collectList()
                        .block())
                .containsExactlyInAnyOrderElementsOf(
                        runs.stream().map(TestRun::runId).toList());
    }

    @ParameterizedTest
    @ValueSource(strings = {"../x", "..", ".", "a/b", "%2e", "x?y#z", "line\nbreak", "smörgås 🍞", "a b+c"})
    void addressesExactlyTheGivenName(String name) {
        simulator.addSuite(name, 2);

        assertThat(tests.testSuites().runs().trigger(name).block()).hasSize(2);
        assertThat(tests.testSuites().runs().list(name).collectList().block()).hasSize(2);
        assertThat(simulator.requests("assistants.tests.testSuites.runs.trigger"))
                .hasSize(1);
    }

    @Test
    void rejectsAnEmptyIdBeforeSending() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> tests.retrieve(""))
                .withMessage("assistants.tests.retrieve: test_id must not be empty");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> tests.testSuites().runs().trigger(""))
                .withMessage("assistants.tests.testSuites.runs.trigger: suite_name must not be empty");
        assertThat(simulator.requestCount()).isZero();
    }

    @Test
    void returnsStatusAndHeadersOnRequest() {
        var response = client.exchange(TestOperations.create(refund())).block();

        assertThat(response.status()).isEqualTo(201);
        assertThat(response.headers().first("X-Request-Id")).isNotBlank();
        assertThat(response.body().name()).isEqualTo("Refund");
        var deleted =
                client.exchange(TestOperations.delete(response.body().testId())).block();
        assertThat(deleted.status()).isBetween(200, 204);
        assertThat(deleted.body()).isNull();
    }

    @Test
    void namesWhatTheServiceRejects() {
        CreateAssistantTestRequest nameless = refund().toBuilder().name("").build();
        TelnyxClient unchecked = client.withOptions(options -> options.withRequestChecks(false));

        assertThatThrownBy(() ->
                        unchecked.ai().assistants().tests().create(nameless).block())
                .isInstanceOfSatisfying(
                        UnprocessableEntityException.class,
                        e -> assertThat(e.fieldErrors())
                                .singleElement()
                                .satisfies(error -> assertThat(error.location()).isEqualTo("body.name")));
        assertThat(simulator.requestCount()).isEqualTo(1);
    }

    @Test
    void distinguishesAWrongKeyFromOtherErrors() {
        try (TelnyxClient wrong = Clients.to(simulator.baseUrl()).build()) {
            assertThat(wrong.ai()
                            .assistants()
                            .tests()
                            .retrieve("t")
                            .map(test -> (Throwable) new AssertionError("read " + test))
                            .onErrorResume(reactor.core.publisher.Mono::just)
                            .block())
                    .isInstanceOf(UnauthorizedException.class)
                    .hasMessageContaining("TELNYX_API_KEY");
        }
        assertThat(simulator.requestCount()).isEqualTo(1);
    }
}
