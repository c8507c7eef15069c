package io.github.telnyxreactive.batch.rendering;

import io.github.telnyxreactive.batch.progress.RunPhase;
import io.github.telnyxreactive.batch.progress.SuiteProgress;
import io.github.telnyxreactive.model.testrun.TestRun;
import io.github.telnyxreactive.model.testrun.TestRunStatus;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The runs of a suite as a table. */
public final class ResultTable {

    private static final Row HEADER = new Row("TEST", "STATUS", "DURATION", "FAILED RUBRIC ITEMS", RunPhase.PENDING);
    private static final String GAP = "  ";

    private ResultTable() {}

    /**
     * Writes the runs of a suite down, one in a row.
     *
     * @param suite what is known of the suite
     * @param style how to set text off
     * @return the name of the suite, a header and the rows; nothing if there are no runs
     */
    public static List<String> lines(SuiteProgress suite, Style style) {
        List<Row> rows = suite.runs().stream().map(run -> row(suite, run)).toList();
        if (rows.isEmpty()) {
            return List.of();
        }
        Widths widths = Widths.of(rows);
        List<String> lines = new ArrayList<>();
        lines.add(style.heading(Text.printable(suite.name())));
        lines.add(line(HEADER, widths, Style.PLAIN));
        rows.forEach(row -> lines.add(line(row, widths, style)));
        return lines;
    }

    private static Row row(SuiteProgress suite, TestRun run) {
        return new Row(
                Text.printable(suite.testName(run.testId())),
                Text.printable(run.status().value()),
                duration(run),
                failedItems(run),
                RunPhase.of(run.status()));
    }

    private static String duration(TestRun run) {
        if (run.completedAt() == null) {
            return "-";
        }
        Duration duration = Duration.between(run.createdAt(), run.completedAt());
        return duration.isNegative() ? "-" : Text.duration(duration);
    }

    private static String failedItems(TestRun run) {
        if (!run.status().isTerminal()) {
            return "";
        }
        return run.detailStatus().stream()
                .filter(item -> !item.status().equals(TestRunStatus.PASSED))
                .map(item -> Text.printable(item.name()))
                .collect(Collectors.joining(", "));
    }

    private static String line(Row row, Widths widths, Style style) {
        // Colours come after the padding, which counts what is seen.
        String status = style.phase(Text.padRight(row.status, widths.status), row.phase);
        String line = GAP
                + Text.padRight(row.test, widths.test)
                + GAP
                + status
                + GAP
                + Text.padLeft(row.duration, widths.duration)
                + GAP
                + row.failedItems;
        return line.stripTrailing();
    }

    private record Row(String test, String status, String duration, String failedItems, RunPhase phase) {}

    private record Widths(int test, int status, int duration) {

        static Widths of(List<Row> rows) {
            int test = Text.width(HEADER.test);
            int status = Text.width(HEADER.status);
            int duration = Text.width(HEADER.duration);
            for (Row row : rows) {
                test = Math.max(test, Text.width(row.test));
                status = Math.max(status, Text.width(row.status));
                duration = Math.max(duration, Text.width(row.duration));
            }
            return new Widths(test, status, duration);
        }
    }
}
