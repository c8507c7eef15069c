package io.github.telnyxreactive.simulator;

import static io.github.telnyxreactive.simulator.Caller.SUITES;
import static io.github.telnyxreactive.simulator.Caller.TESTS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.telnyxreactive.model.assistant.CreateAssistantRequest;
import io.github.telnyxreactive.model.assistanttest.AssistantTest;
import io.github.telnyxreactive.model.assistanttest.RubricItem;
import io.github.telnyxreactive.model.testrun.TestRun;
import io.github.telnyxreactive.model.testrun.TestRunDetailResult;
import io.github.telnyxreactive.model.testrun.TestRunStatus;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class RunsTest {

    private static final Duration TEN_SECONDS = Duration.ofSeconds(10);

    private final MutableClock clock = new MutableClock();

    private SimulatorBuilder builder() {
        return Simulator.builder().clock(clock).runDuration(TEN_SECONDS, TEN_SECONDS);
    }

    @Test
    void runProgressesFromPendingToPassed() {
        try (Simulator simulator = builder().outcomes(1, 0, 0).start()) {
            Caller caller = new Caller(simulator);
            AssistantTest test = simulator.addSuite("checkout", 1).get(0);
            String path = TESTS + "/" + test.testId() + "/runs";

            HttpResponse<String> triggered = caller.post(path, "");
            assertThat(triggered.statusCode()).isEqualTo(201);
            TestRun pending = Caller.run(triggered);
            assertThat(pending.status()).isEqualTo(TestRunStatus.PENDING);
            assertThat(pending.testSuiteRunId()).isNull();
            assertThat(pending.conversationId()).isNull();
            assertThat(pending.detailStatus()).isEmpty();
            assertThat(pending.completedAt()).isNull();
            assertThat(pending.logs()).isNull();
            assertThat(pending.createdAt()).isEqualTo(MutableClock.START.atOffset(ZoneOffset.UTC));

            clock.advance(Duration.ofSeconds(1));
            TestRun starting = Caller.run(caller.get(path + "/" + pending.runId()));
            assertThat(starting.status()).isEqualTo(TestRunStatus.STARTING);
            assertThat(starting.conversationId()).isNull();
            assertThat(starting.updatedAt()).isEqualTo(pending.createdAt().plusSeconds(1));

            clock.advance(Duration.ofSeconds(8));
            TestRun running = Caller.run(caller.get(path + "/" + pending.runId()));
            assertThat(running.status()).isEqualTo(TestRunStatus.RUNNING);
            assertThat(running.conversationId()).isNotNull();
            assertThat(running.completedAt()).isNull();

            clock.advance(Duration.ofSeconds(3));
            TestRun passed = Caller.run(caller.get(path + "/" + pending.runId()));
            assertThat(passed.status()).isEqualTo(TestRunStatus.PASSED);
            assertThat(passed.completedAt()).isEqualTo(pending.createdAt().plusSeconds(10));
            assertThat(passed.updatedAt()).isEqualTo(passed.completedAt());
            assertThat(passed.conversationId()).isEqualTo(running.conversationId());
            assertThat(passed.conversationInsightsId()).isNotNull();
            assertThat(passed.logs()).contains("starting", "conversation", "passed");
            assertThat(passed.detailStatus())
                    .extracting(TestRunDetailResult::name)
                    .isEqualTo(test.rubric().stream().map(RubricItem::name).toList());
            assertThat(simulator.runs()).containsExactly(passed);
        }
    }

    @Test
    void onlyFailedRunsHaveMixedResults() {
        try (Simulator simulator = builder().outcomes(1, 2, 1).start()) {
            simulator.addSuite("checkout", 300);
            new Caller(simulator).post(SUITES + "/checkout/runs", "");
            clock.advance(TEN_SECONDS);

            assertThat(simulator.runs())
                    .extracting(TestRun::status)
                    .contains(TestRunStatus.PASSED, TestRunStatus.FAILED, TestRunStatus.ERROR);
            assertThat(simulator.runs()).allSatisfy(run -> {
                List<TestRunStatus> judgement = run.detailStatus().stream()
                        .map(TestRunDetailResult::status)
                        .toList();
                assertThat(judgement).hasSizeBetween(2, 3).contains(run.status());
                if (!run.status().equals(TestRunStatus.FAILED)) {
                    assertThat(judgement).containsOnly(run.status());
                }
            });
        }
    }

    @Test
    void triggeredSuiteRunsAllTestsWithTheSameId() {
        try (Simulator simulator = builder().start()) {
            Caller caller = new Caller(simulator);
            List<AssistantTest> tests = simulator.addSuite("a/b?c", 5);

            HttpResponse<String> response = caller.post(SUITES + "/a%2Fb%3Fc/runs", "{}");
            List<TestRun> again = Caller.runs(caller.post(SUITES + "/a%2Fb%3Fc/runs", "{}"));

            assertThat(response.statusCode()).isEqualTo(201);
            List<TestRun> runs = Caller.runs(response);
            assertThat(runs)
                    .extracting(TestRun::testId)
                    .isEqualTo(tests.stream().map(AssistantTest::testId).toList());
            assertThat(runs)
                    .extracting(TestRun::testSuiteRunId)
                    .containsOnly(runs.get(0).testSuiteRunId());
            assertThat(runs.get(0).testSuiteRunId())
                    .isNotNull()
                    .isNotEqualTo(again.get(0).testSuiteRunId());
            assertThat(simulator.requests())
                    .last()
                    .extracting(RecordedRequest::uri)
                    .isEqualTo("/v2" + SUITES + "/a%2Fb%3Fc/runs");
        }
    }

    @Test
    void suiteWithoutTestsCannotBeTriggered() {
        try (Simulator simulator = builder().start()) {
            Caller caller = new Caller(simulator);
            AssistantTest test = simulator.addSuite("checkout", 1).get(0);
            caller.delete(TESTS + "/" + test.testId());

            assertThat(caller.post(SUITES + "/checkout/runs", "").statusCode()).isEqualTo(404);
            assertThat(caller.post(SUITES + "/unknown/runs", "").statusCode()).isEqualTo(404);
        }
    }

    @Test
    void runBelongsToItsTest() {
        try (Simulator simulator = builder().start()) {
            Caller caller = new Caller(simulator);
            List<AssistantTest> tests = simulator.addSuite("checkout", 2);
            String runId = Caller.run(caller.post(TESTS + "/" + tests.get(0).testId() + "/runs", ""))
                    .runId();

            assertThat(caller.get(TESTS + "/" + tests.get(0).testId() + "/runs/" + runId)
                            .statusCode())
                    .isEqualTo(200);
            assertThat(caller.get(TESTS + "/" + tests.get(1).testId() + "/runs/" + runId)
                            .statusCode())
                    .isEqualTo(404);
        }
    }

    @Test
    void unknownVersionIsRejectedOnceVersionsExist() {
        try (Simulator simulator = builder().assistantVersions("v1", "v2").start()) {
            Caller caller = new Caller(simulator);
            String single =
                    TESTS + "/" + simulator.addSuite("checkout", 1).get(0).testId() + "/runs";

            for (String path : List.of(single, SUITES + "/checkout/runs")) {
                assertThat(caller.post(path, "{\"destination_version_id\":\"v3\"}")
                                .statusCode())
                        .isEqualTo(400);
                assertThat(caller.post(path, "{\"destination_version_id\":\"v2\"}")
                                .statusCode())
                        .isEqualTo(201);
            }
        }
        try (Simulator simulator = builder().start()) {
            simulator.addSuite("checkout", 1);
            assertThat(new Caller(simulator)
                            .post(SUITES + "/checkout/runs", "{\"destination_version_id\":\"any\"}")
                            .statusCode())
                    .isEqualTo(201);
        }
    }

    @Test
    void runReportsItsVersion() {
        try (Simulator simulator = builder().start()) {
            Caller caller = new Caller(simulator);
            String assistant = caller.assistant("\"x\":1");
            String id = assistant.substring(assistant.lastIndexOf('/') + 1);
            String main = Caller.json(caller.get(assistant)).get("version_id").stringValue();
            String draft = Caller.json(caller.post(assistant, "{\"promote_to_main\":false}"))
                    .get("version_id")
                    .stringValue();
            String body = Samples.test("n").replace("+13125550001", id);
            String path = TESTS + "/" + Caller.test(caller.post(TESTS, body)).testId() + "/runs";

            assertThat(version(caller.post(path, ""))).isEqualTo(main);
            assertThat(version(caller.post(path, "{\"destination_version_id\":\"" + draft + "\"}")))
                    .isEqualTo(draft);
            caller.delete(assistant + "/versions/" + draft);
            assertThat(caller.post(path, "{\"destination_version_id\":\"" + draft + "\"}")
                            .statusCode())
                    .isEqualTo(400);
        }
    }

    private static String version(HttpResponse<String> run) {
        return Caller.run(run)
                .additionalProperties()
                .get("destination_version_id")
                .stringValue();
    }

    @Test
    void outcomesCanBeSetPerVersion() {
        try (Simulator simulator = builder()
                .outcomes("broken", 0, 1, 0)
                .outcomes(1, 0, 0)
                .outcomes("down", 0, 0, 1)
                .start()) {
            simulator.addSuite("checkout", 20);
            Caller caller = new Caller(simulator);

            for (String version : List.of("broken", "down", "other")) {
                caller.post(SUITES + "/checkout/runs", "{\"destination_version_id\":\"" + version + "\"}");
            }
            caller.post(SUITES + "/checkout/runs", "");
            clock.advance(TEN_SECONDS);

            List<TestRunStatus> statuses =
                    simulator.runs().stream().map(TestRun::status).toList();
            assertThat(statuses.subList(0, 20)).containsOnly(TestRunStatus.FAILED);
            assertThat(statuses.subList(20, 40)).containsOnly(TestRunStatus.ERROR);
            assertThat(statuses.subList(40, 80)).containsOnly(TestRunStatus.PASSED);
        }
    }

    @Test
    void outcomesFollowTheMainVersionOfTheCalledAssistant() {
        String secondVersion;
        try (Simulator same = builder().start()) {
            // The same seed produces the same ids in order of creation.
            same.addAssistants(1);
            secondVersion = addedVersion(same);
        }
        try (Simulator simulator =
                builder().outcomes(1, 0, 0).outcomes(secondVersion, 0, 1, 0).start()) {
            Caller caller = new Caller(simulator);
            String assistant = caller.assistant("\"x\":1");
            String id = assistant.substring(assistant.lastIndexOf('/') + 1);
            String body = Samples.test("n").replace("+13125550001", id);
            String path = TESTS + "/" + Caller.test(caller.post(TESTS, body)).testId() + "/runs";

            caller.post(path, "");
            caller.post(assistant, "{\"promote_to_main\":true}");
            caller.post(path, "");
            clock.advance(TEN_SECONDS);

            assertThat(simulator.runs())
                    .extracting(TestRun::status)
                    .containsExactly(TestRunStatus.PASSED, TestRunStatus.FAILED);
        }
    }

    private static String addedVersion(Simulator simulator) {
        return Objects.requireNonNull(simulator
                .addAssistant(CreateAssistantRequest.builder()
                        .name("Front desk")
                        .instructions("Answer kindly.")
                        .build())
                .versionId());
    }

    @Test
    void invalidWeightsAreRejected() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Simulator.builder().outcomes("v", 0, 0, 0))
                .withMessageContaining("weights must not be negative");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Simulator.builder().outcomes("v", 1, -1, 0))
                .withMessageContaining("failed -1");
    }

    @Test
    void sameSeedAndOrderProduceTheSameRuns() {
        assertThat(course(7)).isEqualTo(course(7)).isNotEqualTo(course(8));
    }

    private static List<TestRun> course(long seed) {
        MutableClock clock = new MutableClock();
        try (Simulator simulator = Simulator.builder().clock(clock).seed(seed).start()) {
            simulator.addSuite("checkout", 30);
            new Caller(simulator).post(SUITES + "/checkout/runs", "");
            clock.advance(Duration.ofSeconds(4));
            return simulator.runs();
        }
    }

    @Test
    void durationsAndOutcomesFollowTheSettings() {
        try (Simulator simulator = Simulator.builder()
                .clock(clock)
                .runDuration(Duration.ofSeconds(1), Duration.ofSeconds(3))
                .start()) {
            simulator.addSuite("checkout", 1000);
            new Caller(simulator).post(SUITES + "/checkout/runs", "");

            clock.advance(Duration.ofMillis(999));
            assertThat(simulator.runs()).noneMatch(run -> run.status().isTerminal());
            clock.advance(Duration.ofMillis(1001));
            assertThat(simulator.runs().stream().filter(run -> run.status().isTerminal()))
                    .hasSizeBetween(400, 600);
            clock.advance(Duration.ofSeconds(1));
            assertThat(simulator.runs()).allMatch(run -> run.status().isTerminal());
            assertThat(simulator.runs().stream().filter(run -> run.status().equals(TestRunStatus.PASSED)))
                    .hasSizeBetween(750, 850);
        }
    }
}
