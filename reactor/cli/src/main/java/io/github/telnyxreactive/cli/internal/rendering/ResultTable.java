package io.github.telnyxreactive.cli.internal.rendering;

import io.github.telnyxreactive.cli.internal.progress.BatchProgress;
import io.github.telnyxreactive.cli.internal.progress.RunPhase;
import io.github.telnyxreactive.cli.internal.progress.RunState;
import io.github.telnyxreactive.model.testrun.TestRunStatus;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Runs as a table. */
public final class ResultTable {

    private static final Row HEADER = new Row("TEST", "STATUS", "DURATION", "FAILED RUBRIC ITEMS", RunPhase.PENDING);
    private static final String GAP = "  ";

    private ResultTable() {}

    /**
     * Writes runs down, one in a row.
     *
     * @param heading what the runs belong to
     * @param runs the runs
     * @param progress knows the names of the tests
     * @param style how to set text off
     * @return the heading, a header and the rows; nothing if there are no runs
     */
    public static List<String> lines(String heading, Collection<RunState> runs, BatchProgress progress, Style style) {
        List<Row> rows = runs.stream().map(run -> row(progress, run)).toList();
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

    private static Row row(BatchProgress progress, RunState run) {
        String name = progress.testName(run.testId());
        return new Row(
                Text.printable(name == null ? run.testId() : name),
                Text.printable(run.status().value()),
                duration(run.duration()),
                failedItems(run),
                RunPhase.of(run.status()));
    }

    private static String duration(@Nullable Duration duration) {
        return duration == null ? "-" : Text.duration(duration);
    }

    private static String failedItems(RunState run) {
        return run.rubric().stream()
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
