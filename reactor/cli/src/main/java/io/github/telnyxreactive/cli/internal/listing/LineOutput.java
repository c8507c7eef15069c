package io.github.telnyxreactive.cli.internal.listing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/** Lines on their way to a stream. Many are written at once, and always whole ones, so that none is broken off. */
public final class LineOutput {

    /** How many bytes are held back at the most, save for a line that is longer. */
    private static final int ENOUGH = 16 * 1024;

    private final ByteArrayOutputStream lines = new ByteArrayOutputStream(2 * ENOUGH);
    private final OutputStream out;
    private final boolean eager;

    /**
     * Creates an output.
     *
     * @param out where the lines go; it is not closed
     * @param eager whether each line is written at once, as is good for somebody who watches
     */
    public LineOutput(OutputStream out, boolean eager) {
        this.out = out;
        this.eager = eager;
    }

    /** Where the line that is under way is written to. */
    ByteArrayOutputStream line() {
        return lines;
    }

    void endLine() {
        lines.write('\n');
        if (eager || lines.size() >= ENOUGH) {
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
