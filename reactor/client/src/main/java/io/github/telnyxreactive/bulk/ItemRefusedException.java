package io.github.telnyxreactive.bulk;

/**
 * An item of a batch was refused before it was triggered: nothing was sent for it. The message says why, and what the caller
 * can do.
 */
public final class ItemRefusedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final boolean tooLate;

    /**
     * Creates the exception.
     *
     * @param message why the item was refused, and what the caller can do
     */
    public ItemRefusedException(String message) {
        this(message, false);
    }

    private ItemRefusedException(String message, boolean tooLate) {
        super(message);
        this.tooLate = tooLate;
    }

    /**
     * Creates the exception for an item that may have been triggered so long ago that the service may have forgotten its
     * idempotency key.
     *
     * @param message why the item was refused, and what the caller can do
     * @return the exception
     */
    public static ItemRefusedException tooLate(String message) {
        return new ItemRefusedException(message, true);
    }

    /**
     * Returns whether no later attempt can find out what became of the item, so that a person has to decide.
     *
     * @return whether an earlier attempt, of unknown outcome, is too old to be repeated
     */
    public boolean isTooLate() {
        return tooLate;
    }
}
