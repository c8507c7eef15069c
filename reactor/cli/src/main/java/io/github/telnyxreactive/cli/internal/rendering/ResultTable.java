package io.github.telnyxreactive.cli.internal.rendering;

import io.github.telnyxreactive.bulk.report.ReportedRun;
import io.github.telnyxreactive.model.testrun.TestRunStatus;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Runs as a table. Where there is no room for their ids beside the rest, they stand below, for the runs that did not pass.
 */
public final class ResultTable {

    private static final Row HEADER =
            new Row(List.of("TEST", "STATUS", "DURATION", "FAILED RUBRIC ITEMS"), "RUN", TestRunStatus.PENDING);
    private static final int INDENT = 2;

    /** How wide the names of tests are where there is no terminal, as in lists of tests. */
    private static final int MOST_NAME = 40;

    /** How wide the names of rubric items are where there is no terminal: those that a row has together. */
    private static final int MOST_ITEMS = 80;

    private static final int TEST = 0;
    private static final int STATUS = 1;
    private static final int DURATION = 2;
    private static final int FAILED_ITEMS = 3;

    private final Style style;
    private final int columns;
    private final TableLayout layout;
    private final boolean hasRoomForIds;
    private final boolean hasIdsBelow;

    private ResultTable(List<Row> rows, Style style, int columns) {
        this.style = style;
        this.columns = columns;
        List<ColumnWidth> widths = List.of(
                text(rows, TEST, MOST_NAME),
                ColumnWidth.value(widest(rows, row -> row.cells.get(STATUS))),
                ColumnWidth.number(widest(rows, row -> row.cells.get(DURATION))),
                text(rows, FAILED_ITEMS, MOST_ITEMS));
        List<ColumnWidth> withId = new ArrayList<>(widths);
        withId.add(ColumnWidth.value(widest(rows, row -> row.runId)));
        TableLayout wide = TableLayout.of(withId, INDENT, columns);
        hasRoomForIds = wide.isOneLine();
        hasIdsBelow = !hasRoomForIds && rows.stream().anyMatch(ResultTable::isNotPassed);
        layout = hasRoomForIds ? wide : TableLayout.of(widths, INDENT, columns);
    }

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
        ResultTable table = new ResultTable(rows, style, columns);
        List<String> lines = new ArrayList<>();
        lines.add(style.heading(Text.shortened(Text.printable(heading), columns)));
        lines.addAll(table.lines(HEADER));
        rows.forEach(row -> lines.addAll(table.lines(row)));
        return lines;
    }

    private List<String> lines(Row row) {
        BiFunction<Integer, String, String> highlight =
                (column, text) -> column == STATUS && row != HEADER ? style.status(text, row.status) : text;
        if (hasRoomForIds) {
            List<String> cells = new ArrayList<>(row.cells);
            cells.add(row.runId);
            return layout.row(cells, highlight);
        }
        List<String> lines = new ArrayList<>(layout.row(row.cells, highlight));
        if (hasIdsBelow && isNotPassed(row)) {
            String indent = " ".repeat(2 * INDENT);
            lines.add(indent + Text.shortened(row.runId, Math.max(1, columns - indent.length())));
        }
        return lines;
    }

    /** A terminal has a width of its own. */
    private ColumnWidth text(List<Row> rows, int column, int mostElsewhere) {
        int widest = widest(rows, row -> row.cells.get(column));
        return ColumnWidth.text(columns == TableLayout.UNLIMITED ? Math.min(widest, mostElsewhere) : widest);
    }

    private static boolean isNotPassed(Row row) {
        return !row.status.equals(TestRunStatus.PASSED);
    }

    private static int widest(List<Row> rows, Function<Row, String> cell) {
        return Stream.concat(Stream.of(HEADER), rows.stream())
                .mapToInt(row -> Text.width(cell.apply(row)))
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
                Text.printable(run.runId()),
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

    private record Row(List<String> cells, String runId, TestRunStatus status) {}
}
