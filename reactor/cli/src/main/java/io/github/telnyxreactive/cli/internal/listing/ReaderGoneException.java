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

    /** Distinguishes a closed pipe from other errors, for which Java offers nothing but the message. */
    static UncheckedIOException of(IOException failure) {
        String message = failure.getMessage();
        boolean closedPipe = message != null && message.toLowerCase(Locale.ROOT).contains("pipe");
        return closedPipe ? new ReaderGoneException(failure) : new UncheckedIOException(failure);
    }
}
