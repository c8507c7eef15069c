package io.github.telnyxreactive.cli.internal.listing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;

/** Thrown when the reader of the output has closed the pipe. */
public final class ReaderGoneException extends UncheckedIOException {

    private static final long serialVersionUID = 1L;

    private ReaderGoneException(IOException cause) {
        super(cause);
    }

    static UncheckedIOException of(IOException failure) {
        return isClosedPipe(failure) ? new ReaderGoneException(failure) : new UncheckedIOException(failure);
    }

    /**
     * Distinguishes a closed pipe from other errors, for which Java offers nothing but the message.
     *
     * @param failure why writing has failed
     * @return whether the reader has closed the pipe
     */
    public static boolean isClosedPipe(IOException failure) {
        String message = failure.getMessage();
        return message != null && message.toLowerCase(Locale.ROOT).contains("pipe");
    }
}
