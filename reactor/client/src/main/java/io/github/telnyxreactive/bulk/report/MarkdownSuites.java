package io.github.telnyxreactive.bulk.report;

import io.github.telnyxreactive.internal.report.BoundedTable;
import io.github.telnyxreactive.internal.report.MarkdownText;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;

/** The part of a Markdown page that shows the suites, the worst first. Keeps only the rows that are shown. */
final class MarkdownSuites {

    private static final int MAX_ROWS = 100;
    private static final int MAX_BYTES = 150_000;

    private final TreeSet<Row> worst =
            new TreeSet<>(Comparator.comparingInt(Row::bad).reversed().thenComparingInt(Row::index));
    private int groups;

    void add(ReportGroup group, ReportTally tally) {
        worst.add(new Row(tally.bad(), groups, cells(group, tally)));
        groups++;
        if (worst.size() > MAX_ROWS) {
            worst.pollLast();
        }
    }

    private static List<String> cells(ReportGroup group, ReportTally tally) {
        List<String> cells = new ArrayList<>();
        cells.add(MarkdownText.name(group.name()));
        cells.add(Integer.toString(tally.runs()));
        for (RunOutcome outcome : RunOutcome.values()) {
            cells.add(Integer.toString(tally.of(outcome)));
        }
        cells.add(Integer.toString(tally.notStarted()));
        cells.add(MarkdownText.percent(tally.passRatePercent()));
        cells.add(verdict(tally));
        return cells;
    }

    private static String verdict(ReportTally tally) {
        if (tally.bad() == 0) {
            return "passed";
        }
        return tally.isComplete() ? "failed" : "incomplete";
    }

    void writeTo(Writer out) throws IOException {
        BoundedTable table = new BoundedTable(MAX_ROWS, MAX_BYTES);
        worst.forEach(row -> table.row(row.cells));
        table.omit(groups - worst.size());
        table.writeTo(
                out,
                "Suites",
                List.of(
                        "Suite",
                        "Runs",
                        "Passed",
                        "Failed",
                        "Error",
                        "Given up",
                        "Not ended",
                        "Not started",
                        "Pass rate",
                        "Verdict"));
    }

    private record Row(int bad, int index, List<String> cells) {}
}
