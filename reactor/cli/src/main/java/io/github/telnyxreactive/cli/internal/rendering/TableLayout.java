package io.github.telnyxreactive.cli.internal.rendering;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;

/**
 * Where the columns of a table stand. If they are too wide for the terminal, those that may be shortened are, the widest
 * first; if that is not enough, the columns of a row are spread over several lines.
 */
public final class TableLayout {

    /** The limit of a table that may be of any width. */
    public static final int UNLIMITED = Integer.MAX_VALUE;

    private static final String GAP = "  ";

    private final List<Cells> lines;

    private TableLayout(List<Cells> lines) {
        this.lines = lines;
    }

    /**
     * Lays out a table.
     *
     * @param columns its columns
     * @param indent how far to indent each line
     * @param limit the width of the terminal, at least 1
     * @return the layout
     */
    public static TableLayout of(List<ColumnWidth> columns, int indent, int limit) {
        if (total(columns, ColumnWidth::least, indent) <= limit) {
            return new TableLayout(List.of(Cells.of(0, columns, indent, limit)));
        }
        List<Cells> lines = new ArrayList<>();
        int first = 0;
        while (first < columns.size()) {
            int lineIndent = first == 0 ? indent : indent + GAP.length();
            int end = first + 1;
            while (end < columns.size()
                    && total(columns.subList(first, end + 1), ColumnWidth::preferred, lineIndent) <= limit) {
                end++;
            }
            lines.add(Cells.of(first, columns.subList(first, end), lineIndent, limit));
            first = end;
        }
        return new TableLayout(List.copyOf(lines));
    }

    /** Returns whether a row takes one line. */
    boolean isOneLine() {
        return lines.size() == 1;
    }

    private static long total(List<ColumnWidth> columns, ToIntFunction<ColumnWidth> width, int indent) {
        return indent
                + (columns.size() - 1L) * GAP.length()
                + columns.stream().mapToLong(width::applyAsInt).sum();
    }

    /**
     * Renders a row.
     *
     * @param cells the printable text of each column
     * @param highlight highlights the text of a column, given its number from 0, without a change of its width
     * @return one line, or several if the columns do not fit in one
     */
    public List<String> row(List<String> cells, BiFunction<Integer, String, String> highlight) {
        return lines.stream()
                .map(line -> line.render(cells, highlight))
                .filter(line -> !line.isEmpty())
                .toList();
    }

    /** The columns that stand in one line. */
    private record Cells(int first, List<ColumnWidth> columns, int[] widths, int indent) {

        static Cells of(int first, List<ColumnWidth> columns, int indent, int limit) {
            int[] widths = columns.stream().mapToInt(ColumnWidth::preferred).toArray();
            if (limit != UNLIMITED) {
                long excess = total(columns, ColumnWidth::preferred, indent) - limit;
                while (excess > 0 && shorten(columns, widths)) {
                    excess--;
                }
                int last = widths.length - 1;
                // The last one may use what is left.
                if (excess > 0 || !columns.get(last).isNumber()) {
                    widths[last] = (int) Math.max(1, widths[last] - excess);
                }
            }
            return new Cells(first, List.copyOf(columns), widths, indent);
        }

        /** Takes one from the widest column that can give way; returns false if none can. */
        private static boolean shorten(List<ColumnWidth> columns, int[] widths) {
            int widest = -1;
            for (int column = 0; column < widths.length; column++) {
                boolean canGive = widths[column] > columns.get(column).least();
                if (canGive && (widest < 0 || widths[column] > widths[widest])) {
                    widest = column;
                }
            }
            if (widest >= 0) {
                widths[widest]--;
            }
            return widest >= 0;
        }

        String render(List<String> cells, BiFunction<Integer, String, String> highlight) {
            StringBuilder line = new StringBuilder(" ".repeat(indent));
            int end = IntStream.range(0, widths.length)
                    .filter(column -> !cells.get(first + column).isEmpty())
                    .reduce(-1, (before, column) -> column);
            for (int column = 0; column <= end; column++) {
                String text = Text.shortened(cells.get(first + column), widths[column]);
                String padded = text;
                if (columns.get(column).isNumber()) {
                    padded = Text.padLeft(text, widths[column]);
                } else if (column < end) {
                    padded = Text.padRight(text, widths[column]);
                }
                // Colours are added after the padding, which counts visible characters only.
                line.append(column == 0 ? "" : GAP).append(highlight.apply(first + column, padded));
            }
            return end < 0 ? "" : line.toString();
        }
    }
}
