package io.github.telnyxreactive.cli.internal.report;

import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** A table in Markdown that omits rows beyond a limit. The caller escapes the cells. */
final class BoundedTable {

    private final Writer out;
    private final int maxRows;
    private final int maxBytes;
    private int rows;
    private int bytes;
    private int omitted;

    BoundedTable(Writer out, int maxRows, int maxBytes) {
        this.out = out;
        this.maxRows = maxRows;
        this.maxBytes = maxBytes;
    }

    /** Starts the table under a heading. */
    void start(String heading, List<String> columns) throws IOException {
        out.write("\n### " + heading + "\n\n" + line(columns) + "|" + " --- |".repeat(columns.size()) + "\n");
    }

    /** Returns whether further rows are omitted, so that there is no need to create them. */
    boolean isFull() {
        return rows == maxRows || omitted > 0;
    }

    /** Adds a row, or counts it as omitted if there is no room. */
    void row(List<String> cells) throws IOException {
        String line = line(cells);
        int length = line.getBytes(StandardCharsets.UTF_8).length;
        if (isFull() || bytes + length > maxBytes) {
            omitted++;
            return;
        }
        rows++;
        bytes += length;
        out.write(line);
    }

    /** Counts rows as omitted. */
    void omit(int number) {
        omitted += number;
    }

    /** Ends the table with the number of omitted rows. */
    void end() throws IOException {
        if (omitted > 0) {
            out.write("\n" + omitted + " more not shown.\n");
        }
    }

    private static String line(List<String> cells) {
        return "| " + String.join(" | ", cells) + " |\n";
    }
}
