package io.github.telnyxreactive.bulk;

/**
 * An item of a batch was refused before it was triggered: nothing was sent for it. The message says why, and what the caller
 * can do.
 */
public class ItemRefusedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /**
     * Creates the exception.
     *
     * @param message why the item was refused, and what the caller can do
     */
    public ItemRefusedException(String message) {
        super(message);
    }
}
