package io.github.telnyxreactive.error;

/**
 * The queue of the rate limiter is full: the client rejected the call before anything was sent.
 */
public final class RateLimiterRejectedException extends TelnyxException {

    private static final long serialVersionUID = 1L;

    private final int capacity;

    /**
     * Creates the exception.
     *
     * @param call the failed call
     * @param capacity the capacity of the queue
     */
    public RateLimiterRejectedException(FailedCall call, int capacity) {
        super(
                call,
                Delivery.SETTLED,
                "the queue of the rate limiter is full with " + capacity + " waiting calls",
                "Start fewer calls at once, or increase the capacity of the queue or the rate.",
                null);
        this.capacity = capacity;
    }

    /**
     * Returns the capacity of the queue.
     *
     * @return the maximum number of waiting calls
     */
    public int capacity() {
        return capacity;
    }
}
