package io.github.telnyxreactive.operation;

/** The effect of sending the same request more than once. */
public enum Safety {

    /** No effect: the operation only reads. */
    SAFE(true),

    /** The same effect as that of one request, because of the HTTP method. */
    IDEMPOTENT(true),

    /** The same effect as that of one request, because all of them carry the same {@code Idempotency-Key}. */
    IDEMPOTENT_BY_KEY(true),

    /** A repeated effect: such a request is sent again only if it certainly had none. */
    NOT_IDEMPOTENT(false);

    private final boolean repeatable;

    Safety(boolean repeatable) {
        this.repeatable = repeatable;
    }

    /**
     * Returns whether a request may be repeated if its outcome is unknown.
     *
     * @return whether a repetition is harmless
     */
    public boolean isRepeatable() {
        return repeatable;
    }
}
