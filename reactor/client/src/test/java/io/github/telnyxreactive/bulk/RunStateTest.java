package io.github.telnyxreactive.bulk;

import static io.github.telnyxreactive.model.testrun.TestRunStatus.FAILED;
import static io.github.telnyxreactive.model.testrun.TestRunStatus.PASSED;
import static io.github.telnyxreactive.model.testrun.TestRunStatus.PENDING;
import static io.github.telnyxreactive.model.testrun.TestRunStatus.RUNNING;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.telnyxreactive.json.TelnyxJson;
import io.github.telnyxreactive.model.testrun.TestRun;
import io.github.telnyxreactive.model.testrun.TestRunDetailResult;
import io.github.telnyxreactive.model.testrun.TestRunStatus;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;

class RunStateTest {

    private static final List<TestRunDetailResult> RUBRIC =
            List.of(TestRunDetailResult.builder().name("polite").status(FAILED).build());

    private static final TestRun ENDED = Runs.run("a", FAILED).toBuilder()
            .completedAt(Runs.run("a", FAILED).createdAt().plusSeconds(3))
            .conversationId("c")
            .testSuiteRunId("s")
            .detailStatus(RUBRIC)
            .build();

    private static String json(RunState run) {
        return TelnyxJson.writeToString(run);
    }

    @Test
    void aRunThatHasEndedWithoutAResultHasNotPassedAndIsNotOpen() {
        OffsetDateTime time = OffsetDateTime.parse("2026-01-01T00:00:00Z");
        RunState ended = RunState.of(TestRun.builder()
                .runId("b")
                .testId("t")
                .status(new TestRunStatus("cancelled"))
                .triggeredBy("api")
                .createdAt(time)
                .completedAt(time)
                .build());
        RunState passed = RunState.of(TestRun.builder()
                .runId("a")
                .testId("t")
                .status(TestRunStatus.PASSED)
                .triggeredBy("api")
                .createdAt(time)
                .build());

        RunTotals totals = RunTotals.of(List.of(passed, ended));

        assertThat(ended.hasEnded()).isTrue();
        assertThat(totals.open()).isZero();
        assertThat(totals.unfinished()).isEqualTo(1);
        assertThat(totals.passRate()).hasValue(50);
        assertThat(TelnyxJson.read(TelnyxJson.write(ended), RunState.class)).isEqualTo(ended);
    }

    @Test
    void keepsWhatIsKnownOfARunThatHasEnded() {
        RunState run = RunState.of(ENDED);

        assertThat(run.rubric()).isEqualTo(RUBRIC);
        assertThat(run.duration()).isEqualTo(Duration.ofSeconds(3));
        assertThat(run.problem()).isNull();
        assertThat(RunState.of(run.toTestRun())).isEqualTo(run);
    }

    @Test
    void hasNoRubricBeforeTheEnd() {
        assertThat(RunState.of(ENDED.toBuilder().status(RUNNING).build()).rubric())
                .isEmpty();
    }

    @Test
    void hasNoDurationIfTheClockOfTheServiceWentBack() {
        RunState run = RunState.of(
                ENDED.toBuilder().completedAt(ENDED.createdAt().minusSeconds(1)).build());

        assertThat(run.duration()).isNull();
        assertThat(RunTotals.of(List.of(run)).durations()).isNull();
    }

    @Test
    void isAbandonedOnlyWithAProblemAndWithoutAnEnd() {
        RunState pending = RunState.of(Runs.run("a", PENDING));

        assertThat(pending.isAbandoned()).isFalse();
        assertThat(pending.withProblem("late").isAbandoned()).isTrue();
        assertThat(pending.withProblem("late").withProblem(null)).isEqualTo(pending);
        assertThat(pending.withProblem("late").withStatus(RUNNING).isAbandoned())
                .isFalse();
        assertThat(RunState.of(Runs.run("a", PASSED)).withProblem("late").isAbandoned())
                .isFalse();
    }

    /** Journals of earlier versions must stay readable. */
    @Test
    void hasAStableFormInJson() {
        RunState ended = RunState.of(ENDED);
        RunState pending = RunState.of(Runs.run("a", PENDING)).withProblem("late");

        assertThat(json(ended))
                .isEqualTo("{\"run_id\":\"a\",\"test_id\":\"test of a\",\"suite_run_id\":\"s\",\"status\":\"failed\","
                        + "\"created_at\":\"2026-01-01T00:00:00Z\",\"completed_at\":\"2026-01-01T00:00:03Z\","
                        + "\"conversation_id\":\"c\",\"rubric\":[{\"name\":\"polite\",\"status\":\"failed\"}]}");
        assertThat(json(pending))
                .isEqualTo("{\"run_id\":\"a\",\"test_id\":\"test of a\",\"status\":\"pending\","
                        + "\"created_at\":\"2026-01-01T00:00:00Z\",\"problem\":\"late\"}");
        assertThat(TelnyxJson.read(json(ended), RunState.class)).isEqualTo(ended);
        assertThat(TelnyxJson.read(
                        json(ended)
                                .replace("run_id", "runId")
                                .replace("suite_runId", "suiteRunId")
                                .replace("test_id", "testId"),
                        RunState.class))
                .as("a run as version 4 has written it")
                .isEqualTo(ended);
        assertThat(TelnyxJson.read(json(pending), RunState.class)).isEqualTo(pending);
    }
}
