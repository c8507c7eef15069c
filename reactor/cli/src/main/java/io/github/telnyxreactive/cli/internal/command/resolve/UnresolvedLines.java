package io.github.telnyxreactive.cli.internal.command.resolve;

import io.github.telnyxreactive.bulk.ItemId;
import io.github.telnyxreactive.bulk.UnresolvedItem;
import io.github.telnyxreactive.bulk.UnresolvedItem.FoundRun;
import io.github.telnyxreactive.cli.internal.rendering.ColumnWidth;
import io.github.telnyxreactive.cli.internal.rendering.Style;
import io.github.telnyxreactive.cli.internal.rendering.TableLayout;
import io.github.telnyxreactive.cli.internal.rendering.Text;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Says what is not known of an item, and shows what the service has of that time. */
final class UnresolvedLines {

    private static final List<String> HEADER = List.of("RUN", "SUITE RUN", "TEST", "STATUS", "CREATED", "BELONGS TO");
    private static final int TEST = 2;
    private static final int STATUS = 3;
    private static final int OWNER = 5;
    private static final int INDENT = 2;
    private static final String NONE = "-";

    private UnresolvedLines() {}

    static List<String> of(UnresolvedItem item, Style style, int columns) {
        List<String> lines = new ArrayList<>();
        lines.add(style.heading(ItemWords.of(item)) + ": " + Text.oneLine(item.problem()));
        lines.add("  It was about to be triggered at " + time(item.from()) + ", and may have been triggered until "
                + time(item.to()) + ".");
        OffsetDateTime until = item.repeatableUntil();
        if (until != null) {
            lines.add("  Resuming the batch before " + time(until)
                    + " finds out: it triggers it again with the same key, which starts nothing twice.");
        }
        if (!item.known().isEmpty()) {
            lines.add("  " + Text.count(item.known().size(), "run") + " of it "
                    + (item.known().size() == 1 ? "is" : "are") + " known.");
        }
        lines.addAll(found(item, style, columns));
        if (item.unread() != null) {
            lines.add("  There may be more: " + Text.oneLine(item.unread()));
        }
        return lines;
    }

    private static List<String> found(UnresolvedItem item, Style style, int columns) {
        if (item.found().isEmpty()) {
            return List.of("  The service shows no runs of that time.");
        }
        List<List<String>> rows = Stream.concat(
                        Stream.of(HEADER), item.found().stream().map(run -> cells(run, item.item())))
                .toList();
        TableLayout layout = TableLayout.of(
                IntStream.range(0, HEADER.size())
                        .mapToObj(column -> width(rows, column))
                        .toList(),
                INDENT,
                columns);
        List<String> lines = new ArrayList<>(layout.row(HEADER, (column, text) -> text));
        for (int row = 1; row < rows.size(); row++) {
            FoundRun run = item.found().get(row - 1);
            lines.addAll(layout.row(
                    rows.get(row),
                    (column, text) ->
                            column == STATUS ? style.status(text, run.run().status()) : text));
        }
        return lines;
    }

    private static ColumnWidth width(List<List<String>> rows, int column) {
        int widest = rows.stream()
                .mapToInt(cells -> Text.width(cells.get(column)))
                .max()
                .orElse(1);
        // Ids are there to be copied.
        return column == TEST || column == OWNER ? ColumnWidth.text(widest) : ColumnWidth.value(widest);
    }

    private static List<String> cells(FoundRun found, ItemId item) {
        String name = found.testName() == null ? found.run().testId() : found.testName();
        return List.of(
                Text.printable(found.run().runId()),
                printable(found.run().suiteRunId()),
                printable(name),
                Text.printable(found.run().status().value()),
                found.run().createdAt() == null ? NONE : time(found.run().createdAt()),
                owner(found.owner(), item));
    }

    private static String owner(@Nullable ItemId owner, ItemId item) {
        if (owner == null) {
            return "";
        }
        return owner.equals(item) ? "this item" : ItemWords.of(owner);
    }

    private static String printable(@Nullable String text) {
        return text == null ? NONE : Text.printable(text);
    }

    static String time(OffsetDateTime time) {
        return time.withOffsetSameInstant(ZoneOffset.UTC)
                .truncatedTo(ChronoUnit.SECONDS)
                .toString();
    }
}
