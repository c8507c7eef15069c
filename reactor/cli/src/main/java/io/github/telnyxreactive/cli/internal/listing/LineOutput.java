package io.github.telnyxreactive.cli.internal.listing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/** Buffers lines for a stream. Only whole lines are written, many at once. */
public final class LineOutput {

    /** How many bytes are buffered at most, unless a line is longer. */
    private static final int CAPACITY = 16 * 1024;

    private final ByteArrayOutputStream lines = new ByteArrayOutputStream(2 * CAPACITY);
    private final OutputStream out;
    private final boolean eager;

    /**
     * Creates an output.
     *
     * @param out the stream, which is never closed
     * @param eager whether to write each line at once, as on a terminal
     */
    public LineOutput(OutputStream out, boolean eager) {
        this.out = out;
        this.eager = eager;
    }

    /** Returns the stream to write the current line to. */
    ByteArrayOutputStream line() {
        return lines;
    }

    void endLine() {
        lines.write('\n');
        if (eager || lines.size() >= CAPACITY) {
            flush();
        }
    }

    void flush() {
        try {
            lines.writeTo(out);
            out.flush();
        } catch (IOException e) {
            throw ReaderGoneException.of(e);
        } finally {
            lines.reset();
        }
    }
}
