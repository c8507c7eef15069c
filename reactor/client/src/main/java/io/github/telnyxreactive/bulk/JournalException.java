package io.github.telnyxreactive.bulk;

import org.jspecify.annotations.Nullable;

/** A journal cannot be opened, read or written. The message says why and what to do. */
public final class JournalException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /**
     * Creates the exception.
     *
     * @param message why, and what to do
     */
    public JournalException(String message) {
        super(message);
    }

    /**
     * Creates the exception.
     *
     * @param message why, and what to do
     * @param cause the cause
     */
    public JournalException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
