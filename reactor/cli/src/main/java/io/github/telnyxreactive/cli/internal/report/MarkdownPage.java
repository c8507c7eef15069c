package io.github.telnyxreactive.cli.internal.report;

import io.github.telnyxreactive.cli.internal.rendering.Text;
import java.io.IOException;
import java.io.Writer;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

/** Writes the parts of a report in Markdown, whose maximum sizes add up to less than 1 MiB. */
final class MarkdownPage {

    private static final int MAX_SUITES = 100;
    private static final int MAX_SUITE_BYTES = 150_000;
    private static final int PER_MILLE = 1_000;
    private static final double PER_MILLE_OF_PERCENT = 10.0;

    private final Report report;
    private final ConversationLink link;
    private final Writer out;

    MarkdownPage(Report report, ConversationLink link, Writer out) {
        this.report = report;
        this.link = link;
        this.out = out;
    }

    void write() throws IOException {
        List<ReportGroup> groups = ReportGroup.of(report);
        headline();
        suites(groups);
        new MarkdownFailures(groups, link, out).write();
        new MarkdownProblems(report, groups, link, out).write();
    }

    private void headline() throws IOException {
        ReportTally tally = ReportTally.of(report.items(), report.interrupted());
        String verdict = Verdict.of(report, tally).key();
        out.write("## " + verdict.substring(0, 1).toUpperCase(Locale.ROOT) + verdict.substring(1) + ": "
                + tally.of(RunOutcome.PASSED) + " of " + Text.count(tally.runs(), "run") + " passed\n\n");
        List<String> counts = new ArrayList<>();
        for (RunOutcome outcome : RunOutcome.values()) {
            counts.add(tally.of(outcome) + " " + outcome.words());
        }
        counts.add(Text.count(tally.doubtfulItems(), "item") + " without a result");
        out.write(String.join(", ", counts) + "; pass rate " + percent(tally.passRate()) + ".\n\n");
        out.write("Batch " + MarkdownText.name(report.batchId()) + ", started at "
                + DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(report.startedAt()) + ", took "
                + MarkdownText.duration(report.elapsed()) + ".\n");
    }

    private void suites(List<ReportGroup> groups) throws IOException {
        if (groups.isEmpty()) {
            return;
        }
        BoundedTable table = new BoundedTable(out, MAX_SUITES, MAX_SUITE_BYTES);
        table.start(
                "Suites",
                List.of("Suite", "Runs", "Passed", "Failed", "Error", "Given up", "Not ended", "Pass rate", "Verdict"));
        List<Counted> worstFirst = groups.stream()
                .map(group -> new Counted(group, ReportTally.of(group.items(), report.interrupted())))
                .sorted(Comparator.comparingInt((Counted group) -> group.tally.bad())
                        .reversed())
                .toList();
        for (Counted counted : worstFirst) {
            table.row(suite(counted));
        }
        table.end();
    }

    private static List<String> suite(Counted counted) {
        List<String> cells = new ArrayList<>();
        cells.add(MarkdownText.name(counted.group.name()));
        cells.add(Integer.toString(counted.tally.runs()));
        for (RunOutcome outcome : RunOutcome.values()) {
            cells.add(Integer.toString(counted.tally.of(outcome)));
        }
        cells.add(percent(counted.tally.passRate()));
        cells.add(verdict(counted.tally));
        return cells;
    }

    private static String verdict(ReportTally tally) {
        if (tally.bad() == 0) {
            return "passed";
        }
        return tally.of(RunOutcome.FAILED) + tally.of(RunOutcome.ERROR) == tally.bad() ? "failed" : "incomplete";
    }

    private record Counted(ReportGroup group, ReportTally tally) {}

    private static String percent(OptionalDouble rate) {
        // Rounded down, so that 100 % means every run.
        return rate.isEmpty()
                ? MarkdownText.NOTHING
                : Math.floor(rate.getAsDouble() * PER_MILLE) / PER_MILLE_OF_PERCENT + " %";
    }
}
