package io.github.telnyxreactive.cli.internal.rendering;

import io.github.telnyxreactive.bulk.report.ReportedRun;
import io.github.telnyxreactive.model.testrun.TestRunStatus;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Runs as a table. */
public final class ResultTable {

    private static final Row HEADER =
            new Row("TEST", "STATUS", "DURATION", "FAILED RUBRIC ITEMS", TestRunStatus.PENDING);
    private static final String GAP = "  ";

    private ResultTable() {}

    /**
     * Renders runs, one in a row.
     *
     * @param heading what the runs belong to
     * @param runs the runs
     * @param style how text is highlighted
     * @return the heading, a header and the rows; nothing if there are no runs
     */
    public static List<String> lines(String heading, Collection<ReportedRun> runs, Style style) {
        List<Row> rows = runs.stream().map(ResultTable::row).toList();
        if (rows.isEmpty()) {
            return List.of();
        }
        Widths widths = Widths.of(rows);
        List<String> lines = new ArrayList<>();
        lines.add(style.heading(Text.printable(heading)));
        lines.add(line(HEADER, widths, Style.PLAIN));
        rows.forEach(row -> lines.add(line(row, widths, style)));
        return lines;
    }

    private static Row row(ReportedRun run) {
        String testId = run.testId();
        String name = testId == null ? "unknown test" : run.testName();
        return new Row(
                Text.printable(name == null || name.isBlank() ? testId : name),
                Text.printable(run.status().value()),
                duration(run.duration()),
                failedItems(run),
                run.status());
    }

    private static String duration(@Nullable Duration duration) {
        return duration == null ? "-" : Text.duration(duration);
    }

    private static String failedItems(ReportedRun run) {
        return run.rubric().stream()
                .filter(item -> !TestRunStatus.PASSED.equals(item.status()))
                .map(item -> Text.printable(Objects.requireNonNullElse(item.name(), "unnamed")))
                .collect(Collectors.joining(", "));
    }

    private static String line(Row row, Widths widths, Style style) {
        // Colours are added after the padding, which counts visible characters only.
        String status = style.status(Text.padRight(row.text, widths.status), row.status);
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

    private record Row(String test, String text, String duration, String failedItems, TestRunStatus status) {}

    private record Widths(int test, int status, int duration) {

        static Widths of(List<Row> rows) {
            int test = Text.width(HEADER.test);
            int status = Text.width(HEADER.text);
            int duration = Text.width(HEADER.duration);
            for (Row row : rows) {
                test = Math.max(test, Text.width(row.test));
                status = Math.max(status, Text.width(row.text));
                duration = Math.max(duration, Text.width(row.duration));
            }
            return new Widths(test, status, duration);
        }
    }
}
