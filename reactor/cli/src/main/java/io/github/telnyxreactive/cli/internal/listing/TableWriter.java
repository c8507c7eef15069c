package io.github.telnyxreactive.cli.internal.listing;

import io.github.telnyxreactive.cli.internal.rendering.Style;
import io.github.telnyxreactive.cli.internal.rendering.Text;
import io.github.telnyxreactive.json.TelnyxJson;
import java.nio.charset.Charset;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/**
 * Writes each element as a row of a table. Rows are written as elements arrive, so columns have fixed widths. A table without
 * rows has no header.
 */
public final class TableWriter implements ItemWriter {

    private static final String GAP = "  ";

    private final LineOutput output;
    private final List<Column> columns;
    private final Style style;
    private final Charset charset;
    private boolean started;

    /**
     * Creates a writer.
     *
     * @param output the output
     * @param columns the columns
     * @param style how to highlight text
     * @param charset the charset of the terminal
     */
    public TableWriter(LineOutput output, List<Column> columns, Style style, Charset charset) {
        this.output = output;
        this.columns = List.copyOf(columns);
        this.style = style;
        this.charset = charset;
    }

    @Override
    public void write(Object item) {
        if (!started) {
            started = true;
            print(style.heading(row(Column::heading)));
        }
        JsonNode element = TelnyxJson.toTree(item);
        print(row(column -> column.cell(element)));
    }

    private String row(Function<Column, String> cell) {
        return columns.stream()
                .map(column -> Text.padRight(cell.apply(column), column.width()))
                .collect(Collectors.joining(GAP))
                .stripTrailing();
    }

    private void print(String line) {
        byte[] encoded = line.getBytes(charset);
        output.line().writeBytes(encoded);
        output.endLine();
    }

    @Override
    public void end() {
        output.flush();
    }
}
