package io.github.telnyxreactive.internal.report;

import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** A table in Markdown that omits rows beyond a limit, and is kept until it is written. The caller escapes the cells. */
public final class BoundedTable {

    private final int maxRows;
    private final int maxBytes;
    private final List<String> rows = new ArrayList<>();
    private int bytes;
    private int omitted;

    /**
     * Creates an empty table.
     *
     * @param maxRows how many rows it has at most
     * @param maxBytes how long its rows are together at most, in UTF-8
     */
    public BoundedTable(int maxRows, int maxBytes) {
        this.maxRows = maxRows;
        this.maxBytes = maxBytes;
    }

    /**
     * Returns whether further rows are omitted, so that there is no need to create them.
     *
     * @return whether there is no room
     */
    public boolean isFull() {
        return rows.size() == maxRows || omitted > 0;
    }

    /**
     * Adds a row, or counts it as omitted if there is no room.
     *
     * @param cells the cells, escaped
     */
    public void row(List<String> cells) {
        line(line(cells));
    }

    private void line(String line) {
        int length = line.getBytes(StandardCharsets.UTF_8).length;
        if (isFull() || bytes + length > maxBytes) {
            omitted++;
            return;
        }
        bytes += length;
        rows.add(line);
    }

    /**
     * Counts rows as omitted.
     *
     * @param number how many
     */
    public void omit(int number) {
        omitted += number;
    }

    /**
     * Adds the rows of another table, including those that it has omitted.
     *
     * @param other the table, which stays as it is
     */
    public void addAll(BoundedTable other) {
        other.rows.forEach(this::line);
        omit(other.omitted);
    }

    /**
     * Writes the table, with the number of omitted rows, unless nothing was ever added.
     *
     * @param out where to write
     * @param heading the heading
     * @param columns the names of the columns
     * @throws IOException if writing fails
     */
    public void writeTo(Writer out, String heading, List<String> columns) throws IOException {
        if (rows.isEmpty() && omitted == 0) {
            return;
        }
        out.write("\n### " + heading + "\n\n" + line(columns) + "|" + " --- |".repeat(columns.size()) + "\n");
        for (String row : rows) {
            out.write(row);
        }
        if (omitted > 0) {
            out.write("\n" + omitted + " more not shown.\n");
        }
    }

    private static String line(List<String> cells) {
        return "| " + String.join(" | ", cells) + " |\n";
    }
}
