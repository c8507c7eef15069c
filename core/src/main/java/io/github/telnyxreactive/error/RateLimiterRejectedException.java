package io.github.telnyxreactive.error;

/**
 * The queue of the rate limiter was full: the call was turned away on this side, before anything was sent.
 */
public final class RateLimiterRejectedException extends TelnyxException {

    private static final long serialVersionUID = 1L;

    private final int capacity;

    /**
     * Creates the exception.
     *
     * @param call what is known of the call
     * @param capacity how many calls may wait in the queue
     */
    public RateLimiterRejectedException(FailedCall call, int capacity) {
        super(
                call,
                Delivery.SETTLED,
                "the queue of the rate limiter is full with " + capacity + " waiting calls",
                "Start fewer calls at once, allow a longer queue, or a higher rate.",
                null);
        this.capacity = capacity;
    }

    /**
     * Returns how many calls may wait.
     *
     * @return the capacity of the queue
     */
    public int capacity() {
        return capacity;
    }
}
