package io.github.telnyxreactive.cli.internal.command.run;

import io.github.telnyxreactive.bulk.RunState;
import io.github.telnyxreactive.bulk.report.BatchReport;
import io.github.telnyxreactive.bulk.report.ItemOutcome;
import io.github.telnyxreactive.bulk.report.NotStarted;
import io.github.telnyxreactive.bulk.report.ReportedItem;
import io.github.telnyxreactive.bulk.report.ReportedRun;
import io.github.telnyxreactive.cli.internal.journal.JournalHeader;
import io.github.telnyxreactive.cli.internal.state.BatchState;
import io.github.telnyxreactive.cli.internal.state.ItemState;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Creates the report of a batch from its progress. Items and runs are converted when they are read. */
final class ReportFactory {

    private ReportFactory() {}

    static BatchReport of(JournalHeader header, BatchState state, Duration elapsed) {
        Iterable<ReportedItem> items =
                () -> state.items().stream().map(item -> item(item, state)).iterator();
        return BatchReport.builder(header.batchId(), header.startedAt(), elapsed, items)
                .interrupted(state.isInterrupted())
                .build();
    }

    private static ReportedItem item(ItemState item, BatchState state) {
        return ReportedItem.builder(item.item().kind(), item.name(), outcome(item))
                .testName(item.isSuite() ? null : state.testName(item.name()))
                .versionId(item.item().versionId())
                .repeat(item.item().repeat())
                .problem(item.problem())
                .runs(() -> item.progress().runs().stream()
                        .map(run -> run(run, state))
                        .iterator())
                .notStarted(() -> item.progress().notStarted().stream()
                        .map(NotStarted::of)
                        .iterator())
                .build();
    }

    private static ItemOutcome outcome(ItemState item) {
        return switch (item.stage()) {
            case WAITING -> ItemOutcome.NOT_TRIGGERED;
            case TRIGGERED -> ItemOutcome.TRIGGERED;
            case BEGUN, UNKNOWN -> ItemOutcome.UNKNOWN;
            // Only a failure that leaves no doubt takes back that it was begun.
            case FAILED -> item.begunAt() == null ? ItemOutcome.NOT_TRIGGERED : ItemOutcome.UNKNOWN;
        };
    }

    private static ReportedRun run(RunState run, BatchState state) {
        return ReportedRun.of(run, testName(run.testId(), state));
    }

    private static @Nullable String testName(@Nullable String testId, BatchState state) {
        return testId == null ? null : state.testName(testId);
    }
}
