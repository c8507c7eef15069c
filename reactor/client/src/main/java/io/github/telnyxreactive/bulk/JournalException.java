package io.github.telnyxreactive.bulk;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A journal cannot be opened, read or written. The message says why and what to do. */
public final class JournalException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Reason reason;

    /**
     * Creates the exception.
     *
     * @param reason the kind of reason
     * @param message why, and what to do
     */
    public JournalException(Reason reason, String message) {
        this(reason, message, null);
    }

    /**
     * Creates the exception.
     *
     * @param reason the kind of reason
     * @param message why, and what to do
     * @param cause the cause, {@code null} if there is none
     */
    public JournalException(Reason reason, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.reason = Objects.requireNonNull(reason, "reason");
    }

    /**
     * Returns the kind of reason.
     *
     * @return the kind
     */
    public Reason reason() {
        return reason;
    }

    /** Why a journal cannot be used. */
    public enum Reason {
        /** It cannot be opened or read, or is no journal of a known version. */
        UNREADABLE,
        /** Somebody else has it open. */
        IN_USE,
        /** It is of a batch with other work. */
        OTHER_BATCH,
        /** It is of a batch at another address, or not provably of the same account. */
        OTHER_ACCOUNT,
        /** It cannot be written any more. What it has stays valid. */
        UNWRITABLE
    }
}
