package io.github.telnyxreactive.cli.internal.command.run;

import io.github.telnyxreactive.bulk.report.BatchReport;
import io.github.telnyxreactive.bulk.report.ItemOutcome;
import io.github.telnyxreactive.bulk.report.ReportedItem;
import io.github.telnyxreactive.cli.internal.journal.JournalHeader;
import io.github.telnyxreactive.cli.internal.state.BatchState;
import io.github.telnyxreactive.cli.internal.state.ItemState;
import java.time.Duration;

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
        return ReportedItem.builder(item.progress(), state::testName)
                .outcome(outcome(item))
                .build();
    }

    private static ItemOutcome outcome(ItemState item) {
        return switch (item.stage()) {
            case TRIGGERED -> ItemOutcome.TRIGGERED;
            case BEGUN, UNKNOWN -> ItemOutcome.UNKNOWN;
            case WAITING, FAILED -> item.progress().outcomeUnknown() ? ItemOutcome.UNKNOWN : ItemOutcome.NOT_TRIGGERED;
        };
    }
}
