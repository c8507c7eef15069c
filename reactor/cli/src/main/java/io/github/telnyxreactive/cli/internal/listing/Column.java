package io.github.telnyxreactive.cli.internal.listing;

import io.github.telnyxreactive.cli.internal.rendering.Text;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A column of a table.
 *
 * @param heading the heading
 * @param field the name of the field of an element that it shows, {@code null} to show the element itself
 * @param width the number of characters
 * @param isWhole whether longer values are shown in full instead of being truncated
 */
public record Column(String heading, @Nullable String field, int width, boolean isWhole) {

    private static final String CUT = "…";

    /**
     * Creates a column for ids, which are never truncated.
     *
     * @param heading the heading
     * @param field the name of the field
     * @param width the number of characters, unless an id is longer
     * @return the column
     */
    public static Column id(String heading, String field, int width) {
        return new Column(heading, field, width, true);
    }

    /**
     * Creates a column for text, which is truncated to its width.
     *
     * @param heading the heading
     * @param field the name of the field
     * @param width the number of characters
     * @return the column
     */
    public static Column text(String heading, String field, int width) {
        return new Column(heading, field, width, false);
    }

    /**
     * Creates a column for elements that are plain text, which are shown in full.
     *
     * @param heading the heading
     * @return the column
     */
    public static Column itself(String heading) {
        return new Column(heading, null, 0, true);
    }

    /** Returns the text of the cell for an element. */
    String cell(JsonNode element) {
        JsonNode value = field == null ? element : element.get(field);
        if (value == null || value.isNull()) {
            return "-";
        }
        return fitted(Text.oneLine(value.isString() ? value.stringValue() : value.toString()));
    }

    private String fitted(String text) {
        if (isWhole || Text.width(text) <= width) {
            return text;
        }
        return text.substring(0, text.offsetByCodePoints(0, width - CUT.length())) + CUT;
    }
}
