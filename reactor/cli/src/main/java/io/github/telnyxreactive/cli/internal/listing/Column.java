package io.github.telnyxreactive.cli.internal.listing;

import io.github.telnyxreactive.cli.internal.rendering.ColumnWidth;
import io.github.telnyxreactive.cli.internal.rendering.Text;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A column of a table.
 *
 * @param heading the heading
 * @param field the name of the field of an element that it shows, {@code null} to show the element itself
 * @param width how wide it is if there is room
 * @param isWhole whether longer values are shown in full, as far as they fit, instead of being shortened
 */
public record Column(String heading, @Nullable String field, ColumnWidth width, boolean isWhole) {

    /**
     * Creates a column for ids, which are shortened only if they are wider than the terminal.
     *
     * @param heading the heading
     * @param field the name of the field
     * @param width the width in columns of the terminal, unless an id is longer
     * @return the column
     */
    public static Column id(String heading, String field, int width) {
        return new Column(heading, field, ColumnWidth.value(width), true);
    }

    /**
     * Creates a column for short values, which do not give way to others.
     *
     * @param heading the heading
     * @param field the name of the field
     * @param width the width in columns of the terminal
     * @return the column
     */
    public static Column value(String heading, String field, int width) {
        return new Column(heading, field, ColumnWidth.value(width), false);
    }

    /**
     * Creates a column for free text, which gives way to what does not.
     *
     * @param heading the heading
     * @param field the name of the field
     * @param width the width in columns of the terminal
     * @return the column
     */
    public static Column text(String heading, String field, int width) {
        return new Column(heading, field, ColumnWidth.text(width), false);
    }

    /**
     * Creates a column for elements that are plain text, which are shown in full as far as they fit.
     *
     * @param heading the heading
     * @return the column
     */
    public static Column itself(String heading) {
        return new Column(heading, null, ColumnWidth.value(0), true);
    }

    /** Returns the text of the cell for an element. */
    String cell(JsonNode element) {
        JsonNode value = field == null ? element : element.get(field);
        if (value == null || value.isNull()) {
            return "-";
        }
        return Text.oneLine(value.isString() ? value.stringValue() : value.toString());
    }

    /** Returns whether a cell has to be shown in full, and is wider than the column. */
    boolean isExceededBy(String cell) {
        return isWhole && Text.width(cell) > width.preferred();
    }

    /** Returns the width for a cell. */
    ColumnWidth widthFor(String cell) {
        return isExceededBy(cell) ? ColumnWidth.value(Text.width(cell)) : width;
    }
}
