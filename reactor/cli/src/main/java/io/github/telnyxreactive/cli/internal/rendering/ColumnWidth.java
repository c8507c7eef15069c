package io.github.telnyxreactive.cli.internal.rendering;

/**
 * How wide a column of a table is to be.
 *
 * @param preferred the width if there is room
 * @param least the width down to which it is shortened to have the whole row in one line, at most {@code preferred}
 * @param isNumber whether its text is aligned on the right
 */
public record ColumnWidth(int preferred, int least, boolean isNumber) {

    /** Free text that is shortened to this still says something. */
    private static final int LEAST_TEXT = 12;

    /**
     * Creates a column for text that gives way.
     *
     * @param preferred the width if there is room
     * @return the column
     */
    public static ColumnWidth text(int preferred) {
        return new ColumnWidth(preferred, Math.min(preferred, LEAST_TEXT), false);
    }

    /**
     * Creates a column for values that are shortened only if they are wider than the terminal.
     *
     * @param width the width
     * @return the column
     */
    public static ColumnWidth value(int width) {
        return new ColumnWidth(width, width, false);
    }

    /**
     * Creates a column for numbers.
     *
     * @param width the width
     * @return the column
     */
    public static ColumnWidth number(int width) {
        return new ColumnWidth(width, width, true);
    }
}
