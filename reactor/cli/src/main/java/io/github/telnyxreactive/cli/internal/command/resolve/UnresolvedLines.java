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
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Says what is not known of an item, and shows what the service has of that time. */
final class UnresolvedLines {

    private static final String STATUS = "STATUS";
    private static final int INDENT = 2;
    private static final String NONE = "-";

    /** What a column shows of a run, which may be shortened if it is a text. */
    private record Column(String header, boolean isText, Function<FoundRun, String> cell) {}

    private final Style style;
    private final int columns;
    private final UnaryOperator<String> shown;

    /**
     * Creates lines for a terminal.
     *
     * @param style its style
     * @param columns its width
     * @param shown returns a text as it is to be shown
     */
    UnresolvedLines(Style style, int columns, UnaryOperator<String> shown) {
        this.style = style;
        this.columns = columns;
        this.shown = shown;
    }

    List<String> of(UnresolvedItem item) {
        List<String> lines = new ArrayList<>();
        lines.add(style.heading(shown.apply(ItemWords.of(item))) + ": " + shown.apply(Text.oneLine(item.problem())));
        lines.add("  It was about to be triggered at " + time(item.from()) + ", and may have been triggered until "
                + time(item.to()) + ".");
        OffsetDateTime until = item.repeatableUntil();
        if (until != null) {
            lines.add("  Resuming the batch before " + time(until)
                    + " may find out: it triggers it again with the same key, which starts nothing twice.");
        }
        if (!item.known().isEmpty()) {
            lines.add("  " + Text.count(item.known().size(), "run") + " of it "
                    + (item.known().size() == 1 ? "is" : "are") + " known.");
        }
        lines.addAll(found(item));
        if (item.unread() != null) {
            lines.add("  There may be more: " + shown.apply(Text.oneLine(item.unread())));
        }
        return lines;
    }

    private List<String> found(UnresolvedItem item) {
        if (item.found().isEmpty()) {
            return List.of("  The service shows no runs of that time.");
        }
        List<Column> table = columns(item);
        List<String> header = table.stream().map(Column::header).toList();
        List<List<String>> rows = item.found().stream()
                .map(run -> table.stream()
                        .map(column -> shown.apply(column.cell().apply(run)))
                        .toList())
                .toList();
        TableLayout layout = TableLayout.of(
                IntStream.range(0, table.size())
                        .mapToObj(number -> width(table.get(number), number, rows))
                        .toList(),
                INDENT,
                columns);
        List<String> lines = new ArrayList<>(layout.row(header, (column, text) -> text));
        int status = header.indexOf(STATUS);
        for (int row = 0; row < rows.size(); row++) {
            FoundRun run = item.found().get(row);
            lines.addAll(layout.row(
                    rows.get(row),
                    (column, text) ->
                            column == status ? style.status(text, run.run().status()) : text));
        }
        return lines;
    }

    private static List<Column> columns(UnresolvedItem item) {
        List<Column> columns = new ArrayList<>(List.of(
                new Column("RUN", false, found -> Text.printable(found.run().runId())),
                new Column("SUITE RUN", false, found -> printable(found.run().suiteRunId())),
                new Column("TEST", true, UnresolvedLines::test)));
        if (item.found().stream().anyMatch(found -> found.versionId() != null)) {
            columns.add(new Column("VERSION", false, found -> printable(found.versionId())));
        }
        columns.addAll(List.of(
                new Column(
                        STATUS,
                        false,
                        found -> Text.printable(found.run().status().value())),
                new Column("CREATED", false, found -> time(found.run().createdAt())),
                new Column("BELONGS TO", true, found -> owner(found.owner(), item.item()))));
        return columns;
    }

    private static ColumnWidth width(Column column, int number, List<List<String>> rows) {
        int widest = Stream.concat(Stream.of(column.header()), rows.stream().map(cells -> cells.get(number)))
                .mapToInt(Text::width)
                .max()
                .orElse(1);
        // Ids are there to be copied.
        return column.isText() ? ColumnWidth.text(widest) : ColumnWidth.value(widest);
    }

    private static String test(FoundRun found) {
        return printable(found.testName() == null ? found.run().testId() : found.testName());
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

    static String time(@Nullable OffsetDateTime time) {
        return time == null
                ? NONE
                : time.withOffsetSameInstant(ZoneOffset.UTC)
                        .truncatedTo(ChronoUnit.SECONDS)
                        .toString();
    }
}
