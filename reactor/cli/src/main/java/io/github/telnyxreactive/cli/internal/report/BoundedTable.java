package io.github.telnyxreactive.cli.internal.report;

import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** A table in Markdown that leaves rows out rather than get too long. Its cells are escaped by the caller. */
final class BoundedTable {

    private final Writer out;
    private final int mostRows;
    private final int mostBytes;
    private int rows;
    private int bytes;
    private int leftOut;

    BoundedTable(Writer out, int mostRows, int mostBytes) {
        this.out = out;
        this.mostRows = mostRows;
        this.mostBytes = mostBytes;
    }

    /** Starts the table under a heading. */
    void start(String heading, List<String> columns) throws IOException {
        out.write("\n### " + heading + "\n\n" + line(columns) + "|" + " --- |".repeat(columns.size()) + "\n");
    }

    /** Tells whether no more rows are shown, so that making them would be in vain. */
    boolean isFull() {
        return rows == mostRows || leftOut > 0;
    }

    /** Adds a row, or counts it if there is no room. */
    void row(List<String> cells) throws IOException {
        String line = line(cells);
        int length = line.getBytes(StandardCharsets.UTF_8).length;
        if (isFull() || bytes + length > mostBytes) {
            leftOut++;
            return;
        }
        rows++;
        bytes += length;
        out.write(line);
    }

    /** Counts rows that were not even made. */
    void leaveOut(int number) {
        leftOut += number;
    }

    /** Ends the table, and says how much is not in it. */
    void end() throws IOException {
        if (leftOut > 0) {
            out.write("\n" + leftOut + " more not shown.\n");
        }
    }

    private static String line(List<String> cells) {
        return "| " + String.join(" | ", cells) + " |\n";
    }
}
