package io.github.telnyxreactive.cli.internal.listing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;

/** Whoever read what is written has seen enough, and has closed the pipe. */
public final class ReaderGoneException extends UncheckedIOException {

    private static final long serialVersionUID = 1L;

    private ReaderGoneException(IOException cause) {
        super(cause);
    }

    /** Tells a closed pipe from other failures of writing, which Java does by its message alone. */
    static UncheckedIOException of(IOException failure) {
        String message = failure.getMessage();
        boolean closedPipe = message != null && message.toLowerCase(Locale.ROOT).contains("pipe");
        return closedPipe ? new ReaderGoneException(failure) : new UncheckedIOException(failure);
    }
}
