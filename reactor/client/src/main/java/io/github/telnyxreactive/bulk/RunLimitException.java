package io.github.telnyxreactive.bulk;

/**
 * An item of a batch was refused, since it would have started more runs than {@linkplain BatchOptions#maxRuns() the batch may
 * start}. A resumed batch with a higher limit triggers it.
 */
public final class RunLimitException extends ItemRefusedException {

    private static final long serialVersionUID = 1L;

    /**
     * Creates the exception.
     *
     * @param message how many runs the item would have started, and the limit
     */
    public RunLimitException(String message) {
        super(message);
    }
}
