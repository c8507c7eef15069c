package io.github.telnyxreactive.cli.internal.journal;

import org.jspecify.annotations.Nullable;

/** Thrown when a journal cannot be created, read or written; the message says in one line why and what to do. */
public final class JournalException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    JournalException(String message) {
        super(message);
    }

    JournalException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
