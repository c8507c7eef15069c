package io.github.telnyxreactive.cli.internal.rendering;

import io.github.telnyxreactive.bulk.report.ReportedRun;
import io.github.telnyxreactive.model.testrun.TestRunStatus;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Runs as a table. */
public final class ResultTable {

    private static final Row HEADER =
            new Row(List.of("TEST", "STATUS", "DURATION", "FAILED RUBRIC ITEMS"), TestRunStatus.PENDING);
    private static final int INDENT = 2;
    private static final int TEST = 0;
    private static final int STATUS = 1;
    private static final int DURATION = 2;
    private static final int FAILED_ITEMS = 3;

    private ResultTable() {}

    /**
     * Renders runs, one in a row.
     *
     * @param heading what the runs belong to
     * @param runs the runs
     * @param style how text is highlighted
     * @param columns the width of the terminal, {@link TableLayout#UNLIMITED} for none
     * @return the heading, a header and the rows; nothing if there are no runs
     */
    public static List<String> lines(String heading, Collection<ReportedRun> runs, Style style, int columns) {
        List<Row> rows = runs.stream().map(ResultTable::row).toList();
        if (rows.isEmpty()) {
            return List.of();
        }
        TableLayout layout = layout(rows, columns);
        List<String> lines = new ArrayList<>();
        lines.add(style.heading(Text.shortened(Text.printable(heading), columns)));
        lines.addAll(layout.row(HEADER.cells, (column, text) -> text));
        for (Row row : rows) {
            lines.addAll(
                    layout.row(row.cells, (column, text) -> column == STATUS ? style.status(text, row.status) : text));
        }
        return lines;
    }

    private static TableLayout layout(List<Row> rows, int columns) {
        return TableLayout.of(
                List.of(
                        ColumnWidth.text(widest(rows, TEST)),
                        ColumnWidth.value(widest(rows, STATUS)),
                        ColumnWidth.number(widest(rows, DURATION)),
                        ColumnWidth.text(widest(rows, FAILED_ITEMS))),
                INDENT,
                columns);
    }

    private static int widest(List<Row> rows, int column) {
        return Stream.concat(Stream.of(HEADER), rows.stream())
                .mapToInt(row -> Text.width(row.cells.get(column)))
                .max()
                .orElse(1);
    }

    private static Row row(ReportedRun run) {
        String testId = run.testId();
        String name = testId == null ? "unknown test" : run.testName();
        return new Row(
                List.of(
                        Text.printable(name == null || name.isBlank() ? testId : name),
                        Text.printable(run.status().value()),
                        duration(run.duration()),
                        failedItems(run)),
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

    private record Row(List<String> cells, TestRunStatus status) {}
}
