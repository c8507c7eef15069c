package io.github.telnyxreactive.cli.internal.report;

import java.io.IOException;
import java.io.Writer;
import java.util.List;

/** Writes the part of a Markdown page that shows what is unknown, and why. */
final class MarkdownProblems {

    private static final int MAX_PROBLEM = 500;
    private static final int MAX_ROWS = 100;
    private static final int MAX_BYTES = 200_000;

    private final Report report;
    private final List<ReportGroup> groups;
    private final ConversationLink link;
    private final BoundedTable table;

    MarkdownProblems(Report report, List<ReportGroup> groups, ConversationLink link, Writer out) {
        this.report = report;
        this.groups = groups;
        this.link = link;
        this.table = new BoundedTable(out, MAX_ROWS, MAX_BYTES);
    }

    void write() throws IOException {
        ReportTally tally = ReportTally.of(report.items(), report.interrupted());
        if (tally.doubtfulItems() + tally.of(RunOutcome.GIVEN_UP) + tally.of(RunOutcome.NOT_ENDED) == 0) {
            return;
        }
        table.start("Problems", List.of("Suite or test", "Run of", "Problem", "Conversation"));
        for (ReportedItem item : report.items()) {
            String doubt = item.doubt(report.interrupted());
            if (doubt != null) {
                row(item.label(), MarkdownText.NOTHING, doubt, MarkdownText.NOTHING);
            }
        }
        runs(RunOutcome.GIVEN_UP);
        runs(RunOutcome.NOT_ENDED);
        table.end();
    }

    private void runs(RunOutcome wanted) throws IOException {
        for (ReportGroup group : groups) {
            for (ReportedRun run : group.runs()) {
                if (RunOutcome.of(run) == wanted) {
                    String problem = RunProblem.of(run, wanted).message();
                    row(group.name(), run.displayName(), problem, link.to(run.conversationId()));
                }
            }
        }
    }

    private void row(String group, String test, String problem, String conversation) throws IOException {
        if (table.isFull()) {
            table.omit(1);
            return;
        }
        table.row(List.of(
                MarkdownText.name(group),
                MarkdownText.name(test),
                MarkdownText.inline(problem, MAX_PROBLEM),
                conversation));
    }
}
