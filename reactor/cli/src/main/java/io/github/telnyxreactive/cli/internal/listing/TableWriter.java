package io.github.telnyxreactive.cli.internal.listing;

import io.github.telnyxreactive.cli.internal.rendering.Style;
import io.github.telnyxreactive.cli.internal.rendering.TableLayout;
import io.github.telnyxreactive.json.TelnyxJson;
import java.nio.charset.Charset;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;

/**
 * Writes each element as a row of a table. Rows are written as elements arrive, so columns have fixed widths. A table without
 * rows has no header.
 */
public final class TableWriter implements ItemWriter {

    private final LineOutput output;
    private final List<Column> columns;
    private final Style style;
    private final Charset charset;
    private final int limit;
    private final TableLayout layout;
    private boolean started;

    /**
     * Creates a writer of a table that may be of any width.
     *
     * @param output the output
     * @param columns the columns
     * @param style how to highlight text
     * @param charset the charset of the output
     */
    public TableWriter(LineOutput output, List<Column> columns, Style style, Charset charset) {
        this(output, columns, style, charset, TableLayout.UNLIMITED);
    }

    /**
     * Creates a writer.
     *
     * @param output the output
     * @param columns the columns
     * @param style how to highlight text
     * @param charset the charset of the output
     * @param limit the width of the terminal
     */
    public TableWriter(LineOutput output, List<Column> columns, Style style, Charset charset, int limit) {
        this.output = output;
        this.columns = List.copyOf(columns);
        this.style = style;
        this.charset = charset;
        this.limit = limit;
        layout = TableLayout.of(
                this.columns.stream()
                        .map(column -> column.widthFor(column.heading()))
                        .toList(),
                0,
                limit);
    }

    @Override
    public void write(Object item) {
        if (!started) {
            started = true;
            print(layout, cells(Column::heading), style::heading);
        }
        JsonNode element = TelnyxJson.toTree(item);
        List<String> cells = cells(column -> column.cell(element));
        print(layoutFor(cells), cells, line -> line);
    }

    private List<String> cells(Function<Column, String> cell) {
        return columns.stream().map(cell).toList();
    }

    /** Returns a layout of its own for a row with longer ids than usual. */
    private TableLayout layoutFor(List<String> cells) {
        boolean fits = IntStream.range(0, cells.size())
                .noneMatch(column -> columns.get(column).isExceededBy(cells.get(column)));
        return fits
                ? layout
                : TableLayout.of(
                        IntStream.range(0, cells.size())
                                .mapToObj(column -> columns.get(column).widthFor(cells.get(column)))
                                .toList(),
                        0,
                        limit);
    }

    private void print(TableLayout form, List<String> cells, UnaryOperator<String> highlight) {
        for (String line : form.row(cells, (column, text) -> text)) {
            output.line().writeBytes(highlight.apply(line).getBytes(charset));
            output.endLine();
        }
    }

    @Override
    public void end() {
        output.flush();
    }
}
