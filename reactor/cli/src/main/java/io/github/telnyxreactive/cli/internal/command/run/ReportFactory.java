package io.github.telnyxreactive.cli.internal.command.run;

import io.github.telnyxreactive.cli.internal.journal.JournalHeader;
import io.github.telnyxreactive.cli.internal.report.Report;
import io.github.telnyxreactive.cli.internal.report.ReportedItem;
import io.github.telnyxreactive.cli.internal.report.ReportedRun;
import io.github.telnyxreactive.cli.internal.state.BatchState;
import io.github.telnyxreactive.cli.internal.state.ItemState;
import java.time.Duration;

/** Creates the report of a batch from its progress. */
final class ReportFactory {

    private ReportFactory() {}

    static Report of(JournalHeader header, BatchState state, Duration elapsed) {
        return new Report(
                header.batchId(),
                header.startedAt(),
                elapsed,
                state.isInterrupted(),
                state.items().stream().map(item -> item(item, state)).toList());
    }

    private static ReportedItem item(ItemState item, BatchState state) {
        return new ReportedItem(
                item.item().kind(),
                item.name(),
                item.item().versionId(),
                item.problem(),
                item.progress().runs().stream()
                        .map(run -> new ReportedRun(run, state.testName(run.testId())))
                        .toList());
    }
}
