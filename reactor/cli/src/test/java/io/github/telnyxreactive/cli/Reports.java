package io.github.telnyxreactive.cli;

import io.github.telnyxreactive.bulk.BatchItem;
import io.github.telnyxreactive.bulk.PassRequirement;
import io.github.telnyxreactive.bulk.RunState;
import io.github.telnyxreactive.bulk.report.BatchReport;
import io.github.telnyxreactive.bulk.report.ItemOutcome;
import io.github.telnyxreactive.bulk.report.NotStarted;
import io.github.telnyxreactive.bulk.report.ReportedItem;
import io.github.telnyxreactive.bulk.report.ReportedItemBuilder;
import io.github.telnyxreactive.bulk.report.ReportedRun;
import io.github.telnyxreactive.model.testrun.TestRun;
import io.github.telnyxreactive.model.testrun.TestRunStatus;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Creates reports of batches. */
public final class Reports {

    public static final OffsetDateTime NOON = OffsetDateTime.of(2026, 11, 20, 12, 0, 0, 0, ZoneOffset.UTC);

    private Reports() {}

    public static BatchReport of(ReportedItem... items) {
        return of(List.of(items));
    }

    public static BatchReport of(Iterable<ReportedItem> items) {
        return BatchReport.builder("b", NOON, Duration.ofSeconds(12), items).build();
    }

    /** Returns a report of a batch of which not every run has to pass. */
    public static BatchReport requiring(PassRequirement requirement, ReportedItem... items) {
        return BatchReport.builder("b", NOON, Duration.ofSeconds(12), List.of(items))
                .requirement(requirement)
                .build();
    }

    /** Returns the same item as a repetition. */
    public static ReportedItem repeated(int number, ReportedItem item) {
        return ReportedItem.builder(item.kind(), item.name(), item.outcome())
                .repeat(number)
                .problem(item.problem())
                .runs(item.runs())
                .notStarted(item.notStarted())
                .build();
    }

    /** Returns the same report of a batch that was interrupted. */
    public static BatchReport interrupted(BatchReport report) {
        return BatchReport.builder("b", NOON, report.elapsed(), report.items())
                .interrupted(true)
                .build();
    }

    /** Returns a suite that was triggered. */
    public static ReportedItem suite(String name, ReportedRun... runs) {
        return triggered(BatchItem.Kind.SUITE, name).runs(List.of(runs)).build();
    }

    /** Returns a single test that was triggered. */
    public static ReportedItem test(String id, ReportedRun... runs) {
        return triggered(BatchItem.Kind.TEST, id).runs(List.of(runs)).build();
    }

    public static ReportedItemBuilder triggered(BatchItem.Kind kind, String name) {
        return ReportedItem.builder(kind, name, ItemOutcome.TRIGGERED);
    }

    /** Returns a suite without a run. */
    public static ReportedItem suite(String name, ItemOutcome outcome, String problem) {
        return ReportedItem.builder(BatchItem.Kind.SUITE, name, outcome)
                .problem(problem)
                .build();
    }

    /** Returns a single test without a run. */
    public static ReportedItem test(String id, ItemOutcome outcome, String problem) {
        return ReportedItem.builder(BatchItem.Kind.TEST, id, outcome)
                .problem(problem)
                .build();
    }

    /** Returns a suite that was triggered, of which tests have no run. */
    public static ReportedItem suiteWithout(String name, List<NotStarted> tests, ReportedRun... runs) {
        return triggered(BatchItem.Kind.SUITE, name)
                .runs(List.of(runs))
                .notStarted(tests)
                .build();
    }

    public static ReportedRun run(String id, TestRunStatus status) {
        return ReportedRun.builder(id, status).testId("t").build();
    }

    /** Returns a run as the service returns it. */
    public static ReportedRun run(TestRun run, @Nullable String testName) {
        return ReportedRun.of(RunState.of(run), testName);
    }

    /** Returns a run that is no longer followed. */
    public static ReportedRun givenUp(String id, String problem) {
        return ReportedRun.builder(id, TestRunStatus.RUNNING)
                .testId("t")
                .problem(problem)
                .build();
    }

    /** Returns a run that has ended in a status that is not known to be final. */
    public static ReportedRun endedOtherwise(String id) {
        return ReportedRun.builder(id, new TestRunStatus("cancelled"))
                .testId("t")
                .ended(true)
                .build();
    }
}
