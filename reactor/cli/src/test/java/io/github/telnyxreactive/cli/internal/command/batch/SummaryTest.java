package io.github.telnyxreactive.cli.internal.command.batch;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.telnyxreactive.bulk.RequestTotals;
import io.github.telnyxreactive.bulk.report.BatchReport;
import io.github.telnyxreactive.bulk.report.ItemOutcome;
import io.github.telnyxreactive.bulk.report.NotStarted;
import io.github.telnyxreactive.bulk.report.ReportedItem;
import io.github.telnyxreactive.cli.Reports;
import io.github.telnyxreactive.cli.Runs;
import io.github.telnyxreactive.cli.internal.command.batch.Summary.GroundTruth;
import io.github.telnyxreactive.cli.internal.state.Outcome;
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
    private static final TestRun THIRD = Runs.unfinished("3", "t", TestRunStatus.PASSED);
    private static final TestRun FOURTH = Runs.unfinished("4", "t", TestRunStatus.PASSED);

    private static final ReportedItem FIRST_AND_SECOND =
            Reports.suite("checkout", Reports.run(FIRST, null), Reports.run(SECOND, null));

    private static Summary summary(@Nullable GroundTruth truth, ReportedItem... items) {
        BatchReport report = Reports.of(items);
        try (ProcessMetrics metrics = new ProcessMetrics()) {
            return Summary.of(report, Outcome.of(report), REQUESTS, truth, metrics, 2);
        }
    }

    @Test
    void hasOnlyWhatTheClientKnowsOfTheService() {
        Summary summary = summary(null, FIRST_AND_SECOND, Reports.test("t", ItemOutcome.UNKNOWN, "gone"));

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
        assertThat(summary.peakRequestsPerSecond()).isNull();
        assertThat(summary.exitCode()).isEqualTo(2);
    }

    @Test
    void aRunWithoutAFinalStatusIsLost() {
        Summary summary =
                summary(null, Reports.suite("checkout", Reports.endedOtherwise("1"), Reports.givenUp("2", "late")));

        assertThat(summary.requested()).isEqualTo(2);
        assertThat(summary.finished()).isZero();
        assertThat(summary.lost()).isEqualTo(2);
        assertThat(summary.itemsNotTriggered()).isZero();
        assertThat(summary.byStatus()).isEqualTo(Map.of("cancelled", 1, "running", 1));
    }

    @Test
    void aTestWithoutARunIsLost() {
        Summary summary = summary(
                null,
                Reports.suiteWithout("checkout", List.of(new NotStarted("u", null, "?")), Reports.run(FIRST, null)));

        assertThat(summary.requested()).isEqualTo(2);
        assertThat(summary.finished()).isEqualTo(1);
        assertThat(summary.lost()).isEqualTo(1);
        assertThat(summary.itemsNotTriggered()).isZero();
    }

    @Test
    void countsRunsInExcessOfThoseRequestedAsDoubled() {
        Summary summary = summary(
                new GroundTruth(2, List.of(FIRST, SECOND, THIRD, FOURTH), 9),
                Reports.suite("checkout", Reports.run(FIRST, null)),
                Reports.test("t", Reports.run(THIRD, null)));

        assertThat(summary.requested()).isEqualTo(3);
        assertThat(summary.created()).isEqualTo(4);
        assertThat(summary.doubled())
                .as("t is in the suite and was also requested on its own")
                .isEqualTo(1);
        assertThat(summary.lost()).as("2 and 4 have no final status here").isEqualTo(2);
        assertThat(summary.peakRequestsPerSecond()).isEqualTo(9);
    }

    @Test
    void countsRepetitionsAsRequested() {
        ReportedItem first = Reports.suite("checkout", Reports.run(FIRST, null));
        Summary summary = summary(
                new GroundTruth(1, List.of(FIRST, THIRD, FOURTH), 9),
                first,
                Reports.repeated(2, Reports.suite("checkout", Reports.run(THIRD, null))));

        assertThat(summary.requested()).isEqualTo(2);
        assertThat(summary.doubled()).isEqualTo(1);
    }

    @Test
    void aSingleTestIsRequestedOnceIfThereAreNoSuites() {
        Summary summary =
                summary(new GroundTruth(2, List.of(FIRST, THIRD), 9), Reports.test("t", Reports.run(FIRST, null)));

        assertThat(summary.requested()).isEqualTo(1);
        assertThat(summary.doubled()).isEqualTo(1);
    }

    @Test
    void countsRunsThatWereNeverCreatedAsLost() {
        Summary summary = summary(
                new GroundTruth(2, List.of(), 0),
                Reports.suite("checkout", ItemOutcome.NOT_TRIGGERED, "gone"),
                Reports.test("t", ItemOutcome.NOT_TRIGGERED, "gone"));

        assertThat(summary.requested()).isEqualTo(3);
        assertThat(summary.lost()).isEqualTo(3);
        assertThat(summary.doubled()).isZero();
        assertThat(summary.itemsNotTriggered()).isEqualTo(2);
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
