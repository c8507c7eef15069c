package io.github.telnyxreactive.cli.internal.listing;

import io.github.telnyxreactive.cli.internal.rendering.Text;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A column of a table.
 *
 * @param heading what stands at its top
 * @param field the name of the field of the elements that it shows; {@code null} to show the element itself
 * @param width how many characters it has
 * @param isWhole whether a longer value is shown as a whole, as an id has to be
 */
public record Column(String heading, @Nullable String field, int width, boolean isWhole) {

    private static final String CUT = "…";

    /**
     * Creates a column for ids, which are never cut off.
     *
     * @param heading what stands at its top
     * @param field the name of the field
     * @param width how many characters it has unless there is a longer id
     * @return the column
     */
    public static Column id(String heading, String field, int width) {
        return new Column(heading, field, width, true);
    }

    /**
     * Creates a column for texts, which are cut off at its width.
     *
     * @param heading what stands at its top
     * @param field the name of the field
     * @param width how many characters it has
     * @return the column
     */
    public static Column text(String heading, String field, int width) {
        return new Column(heading, field, width, false);
    }

    /**
     * Creates a column that shows elements that are texts themselves, as a whole.
     *
     * @param heading what stands at its top
     * @return the column
     */
    public static Column itself(String heading) {
        return new Column(heading, null, 0, true);
    }

    /** The text of its cell in the row of an element. */
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
