package io.github.telnyxreactive.policy;

/**
 * How many requests may be made.
 *
 * <p>In any second no more than {@code permitsPerSecond + burst} requests are let through.
 *
 * @param permitsPerSecond how many requests a second on average, infinity for no limit
 * @param burst how many of them may be made at once after a quiet time, at least 1
 * @param queueCapacity how many requests may wait, at least 0; one more is rejected
 */
public record RateLimit(double permitsPerSecond, int burst, int queueCapacity) {

    private static final int DEFAULT_QUEUE_CAPACITY = 100_000;

    /** Checks the numbers. */
    public RateLimit {
        if (!(permitsPerSecond > 0)) {
            throw new IllegalArgumentException("the rate must be more than zero: " + permitsPerSecond);
        }
        if (burst < 1 || queueCapacity < 0) {
            throw new IllegalArgumentException("a burst of " + burst + " and a queue of " + queueCapacity);
        }
    }

    /**
     * Limits the rate. The burst is what the rate gives in a tenth of a second, at least 1, and 100,000 requests may wait.
     *
     * @param permitsPerSecond how many requests a second on average
     * @return the limit
     */
    public static RateLimit perSecond(double permitsPerSecond) {
        int burst = (int) Math.max(1, Math.min(permitsPerSecond / 10, Integer.MAX_VALUE));
        return new RateLimit(permitsPerSecond, burst, DEFAULT_QUEUE_CAPACITY);
    }

    /**
     * Limits nothing but what the service's own headers ask for; 100,000 requests may wait.
     *
     * @return the limit
     */
    public static RateLimit unlimited() {
        return new RateLimit(Double.POSITIVE_INFINITY, 1, DEFAULT_QUEUE_CAPACITY);
    }

    /**
     * Changes the burst.
     *
     * @param requests how many requests may be made at once after a quiet time, at least 1
     * @return a limit that differs in this
     */
    public RateLimit withBurst(int requests) {
        return new RateLimit(permitsPerSecond, requests, queueCapacity);
    }

    /**
     * Changes the capacity of the queue.
     *
     * @param requests how many requests may wait, at least 0
     * @return a limit that differs in this
     */
    public RateLimit withQueueCapacity(int requests) {
        return new RateLimit(permitsPerSecond, burst, requests);
    }
}
