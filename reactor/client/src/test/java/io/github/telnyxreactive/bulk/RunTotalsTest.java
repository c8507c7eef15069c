package io.github.telnyxreactive.bulk;

import static io.github.telnyxreactive.model.testrun.TestRunStatus.ERROR;
import static io.github.telnyxreactive.model.testrun.TestRunStatus.FAILED;
import static io.github.telnyxreactive.model.testrun.TestRunStatus.PASSED;
import static io.github.telnyxreactive.model.testrun.TestRunStatus.PENDING;
import static io.github.telnyxreactive.model.testrun.TestRunStatus.RUNNING;
import static io.github.telnyxreactive.model.testrun.TestRunStatus.STARTING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.entry;

import io.github.telnyxreactive.model.testrun.TestRunStatus;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RunTotalsTest {

    private static RunTotals of(TestRunStatus... statuses) {
        return RunTotals.of(Stream.of(statuses)
                .map(status -> RunState.of(Runs.run("run", status)))
                .toList());
    }

    @Test
    void everyStatusBelongsToOnePhase() {
        RunTotals totals = of(PENDING, STARTING, RUNNING, PASSED, FAILED, ERROR, new TestRunStatus("something-new"));

        assertThat(totals.pending()).isEqualTo(1);
        assertThat(totals.running()).isEqualTo(3);
        assertThat(totals.passed()).isEqualTo(1);
        assertThat(totals.failed()).isEqualTo(1);
        assertThat(totals.error()).isEqualTo(1);
        assertThat(totals.finished()).isEqualTo(3);
        assertThat(totals.unfinished()).isEqualTo(4);
        assertThat(totals.runs()).isEqualTo(7);
    }

    @Test
    void statusesKeepTheOrderOfTheirFirstOccurrence() {
        assertThat(of(RUNNING, PENDING, RUNNING).byStatus()).containsExactly(entry(RUNNING, 2), entry(PENDING, 1));
    }

    @Test
    void abandonedRunsAreNotOpen() {
        RunTotals totals = RunTotals.of(
                List.of(RunState.of(Runs.run("a", PENDING)).withProblem("late"), RunState.of(Runs.run("b", RUNNING))));

        assertThat(totals.abandoned()).isEqualTo(1);
        assertThat(totals.unfinished()).isEqualTo(2);
        assertThat(totals.open()).isEqualTo(1);
        assertThat(totals.passRate()).hasValue(0);
    }

    @Test
    void noRunsHaveNoTotals() {
        assertThat(of()).isEqualTo(RunTotals.NONE);
        assertThat(RunTotals.NONE.passRate()).isEmpty();
    }

    @Test
    void durationsHaveAMean() {
        Duration second = Duration.ofSeconds(1);

        assertThat(new RunDurations(4, Duration.ofSeconds(10), second, second).mean())
                .isEqualTo(Duration.ofMillis(2500));
        assertThatIllegalArgumentException().isThrownBy(() -> new RunDurations(0, second, second, second));
    }
}
