package io.github.telnyxreactive.cli.internal.command;

import io.github.telnyxreactive.cli.internal.listing.ReaderGoneException;
import java.io.IOException;
import java.io.OutputStream;

/**
 * The standard output, where it takes the place of a file. Unlike what is printed for people, it is an error if it cannot be
 * written, and none if its reader has read enough and closed the pipe.
 */
public final class StandardOutput {

    /** What stands for it in place of the name of a file. */
    public static final String NAME = "-";

    private StandardOutput() {}

    /** Writes to a stream. */
    @FunctionalInterface
    public interface Content {

        /**
         * Writes it.
         *
         * @param out the stream
         * @throws IOException if that fails
         */
        void writeTo(OutputStream out) throws IOException;
    }

    /**
     * Writes a line.
     *
     * @param out the stream of the standard output, which must throw when its reader has gone, unlike {@link System#out}
     * @param content the line without its end
     * @throws IOException if it cannot be written for another reason than that
     */
    public static void write(OutputStream out, Content content) throws IOException {
        try {
            content.writeTo(out);
            out.write('\n');
            out.flush();
        } catch (IOException e) {
            if (!ReaderGoneException.isClosedPipe(e)) {
                throw e;
            }
        }
    }
}
