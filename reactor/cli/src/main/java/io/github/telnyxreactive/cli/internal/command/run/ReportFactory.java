package io.github.telnyxreactive.cli.internal.command.run;

import io.github.telnyxreactive.cli.internal.journal.JournalHeader;
import io.github.telnyxreactive.cli.internal.progress.BatchProgress;
import io.github.telnyxreactive.cli.internal.progress.ItemProgress;
import io.github.telnyxreactive.cli.internal.progress.RunState;
import io.github.telnyxreactive.cli.internal.report.Report;
import io.github.telnyxreactive.cli.internal.report.ReportedItem;
import io.github.telnyxreactive.cli.internal.report.ReportedRun;
import java.time.Duration;

/** Creates the report of a batch from its progress. */
final class ReportFactory {

    private ReportFactory() {}

    static Report of(JournalHeader header, BatchProgress progress, Duration elapsed) {
        return new Report(
                header.batchId(),
                header.startedAt(),
                elapsed,
                progress.isInterrupted(),
                progress.items().stream().map(item -> item(item, progress)).toList());
    }

    private static ReportedItem item(ItemProgress item, BatchProgress progress) {
        return new ReportedItem(
                item.item().kind(),
                item.name(),
                item.item().versionId(),
                item.problem(),
                item.runs().stream().map(run -> run(run, item, progress)).toList());
    }

    private static ReportedRun run(RunState run, ItemProgress item, BatchProgress progress) {
        return new ReportedRun(
                run.runId(),
                run.testId(),
                progress.testName(run.testId()),
                run.status(),
                run.duration(),
                run.rubric(),
                run.conversationId(),
                item.givenUp(run.runId()));
    }
}
