package io.github.telnyxreactive.bulk.report;

import io.github.telnyxreactive.internal.report.BoundedTable;
import io.github.telnyxreactive.internal.report.HashCounts;
import io.github.telnyxreactive.internal.report.MarkdownText;
import java.io.IOException;
import java.io.Writer;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The part of a Markdown page that shows which rubric items fail most often. Counts them without their names, and reads the
 * report once more for the names that are shown.
 */
final class MarkdownRubric {

    private static final int MAX_ROWS = 20;
    private static final int MAX_BYTES = 50_000;

    private final HashCounts failed = new HashCounts();

    void add(ReportedRun run) {
        failedItems(run).forEach(failed::add);
    }

    /** Returns each name once, since runs are counted, and failed items only, since an error leaves items without a judgment. */
    private static Stream<String> failedItems(ReportedRun run) {
        return MarkdownFailures.isFailure(run)
                ? run.rubric().stream()
                        .filter(ReportedRubricItem::hasFailed)
                        .map(ReportedRubricItem::name)
                        .distinct()
                : Stream.empty();
    }

    void writeTo(Writer out, BatchReport report) throws IOException {
        if (failed.size() == 0) {
            return;
        }
        TreeSet<Row> most = most(report);
        BoundedTable table = new BoundedTable(MAX_ROWS, MAX_BYTES);
        most.forEach(row -> table.row(List.of(MarkdownText.name(row.name), Integer.toString(row.count))));
        table.omit(failed.size() - most.size());
        table.writeTo(out, "Rubric items that fail most", List.of("Rubric item", "Failed runs"));
    }

    private TreeSet<Row> most(BatchReport report) {
        TreeSet<Row> most =
                new TreeSet<>(Comparator.comparingInt(Row::count).reversed().thenComparing(Row::name));
        for (ReportedItem item : report.items()) {
            for (ReportedRun run : item.runs()) {
                failedItems(run).forEach(name -> {
                    most.add(new Row(name, failed.count(name)));
                    if (most.size() > MAX_ROWS) {
                        most.pollLast();
                    }
                });
            }
        }
        return most;
    }

    private record Row(String name, int count) {}
}
