package io.github.telnyxreactive.simulator;

import static io.github.telnyxreactive.simulator.Caller.SUITES;
import static io.github.telnyxreactive.simulator.Caller.TESTS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.telnyxreactive.model.assistanttest.AssistantTest;
import io.github.telnyxreactive.model.testrun.TestRun;
import io.github.telnyxreactive.model.testrun.TestRunStatus;
import io.github.telnyxreactive.simulator.CreatedRun.Origin;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Runs that go an odd way, limits of the runs under way, and what the simulator tells of its runs. */
class UnkindRunsTest {

    private static final Duration TEN_SECONDS = Duration.ofSeconds(10);
    private static final String RUNS = SUITES + "/checkout/runs";

    private final MutableClock clock = new MutableClock();

    private SimulatorBuilder builder(UnkindnessBuilder unkindness) {
        return Simulator.builder()
                .clock(clock)
                .runDuration(TEN_SECONDS, TEN_SECONDS)
                .unkindness(unkindness.build());
    }

    private static Set<String> statuses(Caller caller) {
        return Caller.runPage(caller.get(RUNS + "?page%5Bsize%5D=100")).data().stream()
                .map(run -> String.valueOf(run.status()))
                .collect(Collectors.toSet());
    }

    @Test
    void runsHaveStatusesThatNobodyKnows() {
        try (Simulator simulator = builder(
                        Unkindness.builder().unknownStatuses(1).unknownOutcomes(1))
                .start()) {
            Caller caller = new Caller(simulator);
            simulator.addSuite("checkout", 30);
            caller.post(RUNS, "");

            assertThat(statuses(caller)).containsExactly("queued");
            clock.advance(Duration.ofSeconds(5));
            assertThat(statuses(caller)).containsExactly("running");
            clock.advance(Duration.ofSeconds(5));
            assertThat(statuses(caller)).containsExactlyInAnyOrder("completed", "timeout", "cancelled");
            assertThat(simulator.runs())
                    .extracting(TestRun::completedAt)
                    .containsOnly(MutableClock.START.plusSeconds(10).atOffset(ZoneOffset.UTC));
            assertThat(Caller.runPage(caller.get(RUNS + "?status=timeout")).data())
                    .isNotEmpty();
        }
    }

    @Test
    void outcomeChangesAfterTheEnd() {
        try (Simulator simulator = builder(Unkindness.builder().changingOutcomes(1, Duration.ofSeconds(3)))
                .outcomes(1, 0, 0)
                .outcomes("broken", 0, 1, 0)
                .start()) {
            Caller caller = new Caller(simulator);
            simulator.addSuite("checkout", 1);
            caller.post(RUNS, "");
            caller.post(RUNS, "{\"destination_version_id\":\"broken\"}");

            clock.advance(Duration.ofMillis(12_999));
            assertThat(simulator.runs())
                    .extracting(TestRun::status)
                    .containsExactly(TestRunStatus.PASSED, TestRunStatus.FAILED);
            clock.advance(Duration.ofMillis(1));
            assertThat(simulator.runs())
                    .extracting(TestRun::status)
                    .containsExactly(TestRunStatus.FAILED, TestRunStatus.PASSED);
            TestRun changed = Caller.runPage(caller.get(RUNS)).data().get(1);
            assertThat(changed.completedAt()).isEqualTo(changed.createdAt().plusSeconds(10));
            assertThat(changed.updatedAt()).isEqualTo(changed.createdAt().plusSeconds(13));
            assertThat(simulator.createdRuns())
                    .extracting(CreatedRun::outcome)
                    .containsExactly(TestRunStatus.PASSED, TestRunStatus.FAILED);
            assertThat(simulator.createdRuns())
                    .extracting(CreatedRun::finalStatus)
                    .containsExactly(TestRunStatus.FAILED, TestRunStatus.PASSED);
        }
    }

    @Test
    void someRunsNeverEnd() {
        try (Simulator simulator =
                builder(Unkindness.builder().endlessRuns(0.3)).start()) {
            simulator.addSuite("checkout", 60);
            new Caller(simulator).post(RUNS, "");
            clock.advance(Duration.ofDays(365));

            List<TestRun> endless =
                    simulator.runs().stream().filter(run -> !run.hasEnded()).toList();
            assertThat(endless).hasSizeBetween(9, 30).allMatch(run -> TestRunStatus.RUNNING.equals(run.status()));
            assertThat(simulator.createdRuns())
                    .filteredOn(run -> run.endsAt() == null)
                    .allMatch(run -> run.outcome() == null && run.finalStatus() == null)
                    .extracting(CreatedRun::runId)
                    .isEqualTo(endless.stream().map(TestRun::runId).toList());
        }
    }

    @Test
    void peakOfRunsUnderWayIsExact() {
        try (Simulator simulator = builder(Unkindness.builder()).start()) {
            Caller caller = new Caller(simulator);
            AssistantTest test = simulator.addSuite("checkout", 3).get(0);
            assertThat(simulator.peakRunsUnderWay()).isZero();

            caller.post(RUNS, "");
            assertThat(simulator.peakRunsUnderWay()).isEqualTo(3);
            clock.advance(Duration.ofMillis(9999));
            caller.post(TESTS + "/" + test.testId() + "/runs", "");
            assertThat(simulator.peakRunsUnderWay()).isEqualTo(4);
            clock.advance(Duration.ofMillis(1));
            caller.post(RUNS, "");
            assertThat(simulator.peakRunsUnderWay()).isEqualTo(4);
            caller.delete(TESTS + "/" + test.testId());
            caller.post(RUNS, "");
            assertThat(simulator.peakRunsUnderWay()).isEqualTo(6);
        }
    }

    @Test
    void endlessRunStaysUnderWay() {
        try (Simulator simulator = builder(Unkindness.builder().endlessRuns(1)).start()) {
            Caller caller = new Caller(simulator);
            simulator.addSuite("checkout", 3);
            caller.post(RUNS, "");
            clock.advance(Duration.ofDays(1));
            caller.post(RUNS, "");

            assertThat(simulator.peakRunsUnderWay()).isEqualTo(6);
        }
    }

    @Test
    void triggerBeyondTheLimitIsRejectedAsAWhole() {
        try (Simulator simulator = builder(Unkindness.builder().rejectBeyond(5)).start()) {
            Caller caller = new Caller(simulator);
            AssistantTest test = simulator.addSuite("checkout", 3).get(0);

            assertThat(caller.post(RUNS, "").statusCode()).isEqualTo(201);
            HttpResponse<String> rejected = caller.post(RUNS, "", "Idempotency-Key", "k");
            assertThat(rejected.statusCode()).isEqualTo(429);
            assertThat(Caller.json(rejected).get("errors").get(0).get("code").stringValue())
                    .isEqualTo("10011");
            assertThat(simulator.createdRuns()).hasSize(3);
            String single = TESTS + "/" + test.testId() + "/runs";
            assertThat(caller.post(single, "").statusCode()).isEqualTo(201);
            assertThat(caller.post(single, "").statusCode()).isEqualTo(201);
            assertThat(caller.post(single, "").statusCode()).isEqualTo(429);

            clock.advance(TEN_SECONDS);
            assertThat(caller.post(RUNS, "", "Idempotency-Key", "k").statusCode())
                    .isEqualTo(201);
            assertThat(simulator.peakRunsUnderWay()).isEqualTo(5);
        }
    }

    @Test
    void runBeyondTheLimitFailsAtOnce() {
        try (Simulator simulator =
                builder(Unkindness.builder().failBeyond(2)).outcomes(1, 0, 0).start()) {
            Caller caller = new Caller(simulator);
            simulator.addSuite("checkout", 3);

            List<TestRun> runs = Caller.runs(caller.post(RUNS, ""));

            assertThat(runs)
                    .extracting(TestRun::status)
                    .containsExactly(TestRunStatus.PENDING, TestRunStatus.PENDING, TestRunStatus.ERROR);
            assertThat(runs.get(2).completedAt()).isEqualTo(runs.get(2).createdAt());
            clock.advance(TEN_SECONDS);
            caller.post(RUNS, "");
            clock.advance(TEN_SECONDS);
            assertThat(simulator.runs())
                    .extracting(TestRun::status)
                    .containsExactly(
                            TestRunStatus.PASSED,
                            TestRunStatus.PASSED,
                            TestRunStatus.ERROR,
                            TestRunStatus.PASSED,
                            TestRunStatus.PASSED,
                            TestRunStatus.ERROR);
            assertThat(simulator.peakRunsUnderWay()).isEqualTo(2);
        }
    }

    @Test
    void simulatorTellsOfEachRunWhatThereIsToKnow() {
        try (Simulator simulator = builder(
                        Unkindness.builder().readLag(TEN_SECONDS).listLag(TEN_SECONDS))
                .outcomes(1, 0, 0)
                .start()) {
            Caller caller = new Caller(simulator);
            AssistantTest test = simulator.addSuite("checkout", 1).get(0);
            TestRun ofSuite = Caller.runs(
                            caller.post(RUNS, "{\"destination_version_id\":\"v2\"}", "Idempotency-Key", "k"))
                    .get(0);
            clock.advance(Duration.ofSeconds(1));
            TestRun single = Caller.run(caller.post(TESTS + "/" + test.testId() + "/runs", ""));
            caller.delete(TESTS + "/" + test.testId());

            assertThat(simulator.runs()).isEmpty();
            assertThat(simulator.createdRuns())
                    .containsExactly(
                            new CreatedRun(
                                    ofSuite.runId(),
                                    test.testId(),
                                    "checkout",
                                    "v2",
                                    ofSuite.testSuiteRunId(),
                                    "k",
                                    Origin.REQUEST,
                                    MutableClock.START,
                                    MutableClock.START.plusSeconds(10),
                                    TestRunStatus.PASSED,
                                    TestRunStatus.PASSED),
                            new CreatedRun(
                                    single.runId(),
                                    test.testId(),
                                    "checkout",
                                    null,
                                    null,
                                    null,
                                    Origin.REQUEST,
                                    MutableClock.START.plusSeconds(1),
                                    MutableClock.START.plusSeconds(11),
                                    TestRunStatus.PASSED,
                                    TestRunStatus.PASSED));
        }
    }

    @Test
    void createdRunsAreASnapshot() {
        try (Simulator simulator = builder(Unkindness.builder()).start()) {
            Caller caller = new Caller(simulator);
            simulator.addSuite("checkout", 2);
            caller.post(RUNS, "");
            List<CreatedRun> before = simulator.createdRuns();
            caller.post(RUNS, "");

            assertThat(before).hasSize(2).isEqualTo(simulator.createdRuns().subList(0, 2));
            assertThatExceptionOfType(UnsupportedOperationException.class).isThrownBy(() -> before.remove(0));
        }
    }
}
