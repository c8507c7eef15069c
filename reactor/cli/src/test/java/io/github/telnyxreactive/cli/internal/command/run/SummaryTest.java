package io.github.telnyxreactive.cli.internal.command.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.telnyxreactive.bulk.BatchItem;
import io.github.telnyxreactive.bulk.RequestTotals;
import io.github.telnyxreactive.cli.Changes;
import io.github.telnyxreactive.cli.Runs;
import io.github.telnyxreactive.cli.internal.command.run.Summary.GroundTruth;
import io.github.telnyxreactive.cli.internal.state.BatchState;
import io.github.telnyxreactive.model.testrun.TestRun;
import io.github.telnyxreactive.model.testrun.TestRunStatus;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SummaryTest {

    private static final RequestTotals REQUESTS = new RequestTotals(Map.of("a", 5L, "b", 2L), 3, 1, Duration.ZERO);
    private static final TestRun FIRST = Runs.unfinished("1", "t", TestRunStatus.PASSED);
    private static final TestRun SECOND = Runs.unfinished("2", "u", TestRunStatus.RUNNING);

    private final BatchState state = new BatchState(List.of(BatchItem.suite("checkout"), BatchItem.test("t")));

    private Summary summary(@Nullable GroundTruth truth) {
        try (ProcessMetrics metrics = new ProcessMetrics()) {
            return Summary.of(state, REQUESTS, truth, metrics, 2);
        }
    }

    @Test
    void hasOnlyWhatTheClientKnowsOfTheService() {
        Changes.see(state, 0, FIRST, SECOND);
        state.apply(Changes.failed(1, "gone", true));

        Summary summary = summary(null);

        assertThat(summary.requested()).isEqualTo(3);
        assertThat(summary.created()).isNull();
        assertThat(summary.finished()).isEqualTo(1);
        assertThat(summary.byStatus()).isEqualTo(Map.of("passed", 1, "running", 1));
        assertThat(summary.lost()).isEqualTo(2);
        assertThat(summary.doubled()).isNull();
        assertThat(summary.itemsNotTriggered()).isEqualTo(1);
        assertThat(summary.requests()).isEqualTo(7);
        assertThat(summary.retries()).isEqualTo(3);
        assertThat(summary.rejections()).isEqualTo(1);
        assertThat(summary.exitCode()).isEqualTo(2);
    }

    @Test
    void countsRunsInExcessOfThoseRequestedAsDoubled() {
        Changes.see(state, 0, FIRST);
        Changes.see(state, 1, Runs.unfinished("3", "t", TestRunStatus.PASSED));
        TestRun third = Runs.unfinished("3", "t", TestRunStatus.PASSED);
        TestRun fourth = Runs.unfinished("4", "t", TestRunStatus.PASSED);

        Summary summary = summary(new GroundTruth(2, List.of(FIRST, SECOND, third, fourth), 9));

        assertThat(summary.requested()).isEqualTo(3);
        assertThat(summary.created()).isEqualTo(4);
        assertThat(summary.doubled())
                .as("t is in the suite and was also requested on its own")
                .isEqualTo(1);
        assertThat(summary.lost()).as("2 and 4 have no final status here").isEqualTo(2);
        assertThat(summary.peakRequestsPerSecond()).isEqualTo(9);
    }

    @Test
    void countsRunsThatWereNeverCreatedAsLost() {
        Summary summary = summary(new GroundTruth(2, List.of(), 0));

        assertThat(summary.requested()).isEqualTo(3);
        assertThat(summary.lost()).isEqualTo(3);
        assertThat(summary.doubled()).isZero();
    }

    @Test
    void measuresTheProcess() {
        try (ProcessMetrics metrics = new ProcessMetrics()) {
            System.gc();

            assertThat(metrics.cpuTime()).isPositive();
            assertThat(metrics.wallTime()).isPositive();
            assertThat(metrics.peakThreads()).isPositive();
            assertThat(metrics.peakHeapAfterCollection()).isNotNegative();
        }
    }
}
