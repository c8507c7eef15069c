package io.github.telnyxreactive.operation;

/** What happens on the service if the same request is sent to it more than once. */
public enum Safety {

    /** Nothing: the operation only reads. */
    SAFE(true),

    /** The same as after one request, because the HTTP method says so. */
    IDEMPOTENT(true),

    /** The same as after one request, because every one carries the same {@code Idempotency-Key}. */
    IDEMPOTENT_BY_KEY(true),

    /** The effect is had again: such a request is never repeated unless it surely had none. */
    NOT_IDEMPOTENT(false);

    private final boolean repeatable;

    Safety(boolean repeatable) {
        this.repeatable = repeatable;
    }

    /**
     * Tells whether a request may be repeated when nobody knows what became of it.
     *
     * @return whether repeating is harmless
     */
    public boolean isRepeatable() {
        return repeatable;
    }
}
