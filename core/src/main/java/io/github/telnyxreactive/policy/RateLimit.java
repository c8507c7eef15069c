package io.github.telnyxreactive.policy;

/**
 * A limit on the rate of requests.
 *
 * <p>In any second, at most {@code permitsPerSecond + burst} requests are permitted.
 *
 * @param permitsPerSecond the average number of requests per second, infinity for no limit
 * @param burst the number of requests that are permitted at once after a pause, at least 1
 * @param queueCapacity the maximum number of waiting requests, at least 0; further ones are rejected
 */
public record RateLimit(double permitsPerSecond, int burst, int queueCapacity) {

    private static final int DEFAULT_QUEUE_CAPACITY = 100_000;

    /** Checks the values. */
    public RateLimit {
        if (!(permitsPerSecond > 0)) {
            throw new IllegalArgumentException("the rate must be more than zero, not " + permitsPerSecond);
        }
        if (burst < 1 || queueCapacity < 0) {
            throw new IllegalArgumentException("invalid limit: burst " + burst + ", queue capacity " + queueCapacity);
        }
    }

    /**
     * Returns a limit with the given rate. The burst is the number of requests in a tenth of a second, at least 1, and
     * the capacity of the queue is 100,000.
     *
     * @param permitsPerSecond the average number of requests per second
     * @return the limit
     */
    public static RateLimit perSecond(double permitsPerSecond) {
        int burst = (int) Math.max(1, Math.min(permitsPerSecond / 10, Integer.MAX_VALUE));
        return new RateLimit(permitsPerSecond, burst, DEFAULT_QUEUE_CAPACITY);
    }

    /**
     * Returns a limit that only follows the one that the service reports in its headers. The capacity of the queue is
     * 100,000.
     *
     * @return the limit
     */
    public static RateLimit unlimited() {
        return new RateLimit(Double.POSITIVE_INFINITY, 1, DEFAULT_QUEUE_CAPACITY);
    }

    /**
     * Returns a copy with the given burst.
     *
     * @param requests the number of requests that are permitted at once after a pause, at least 1
     * @return a new limit
     */
    public RateLimit withBurst(int requests) {
        return new RateLimit(permitsPerSecond, requests, queueCapacity);
    }

    /**
     * Returns a copy with the given capacity of the queue.
     *
     * @param requests the maximum number of waiting requests, at least 0
     * @return a new limit
     */
    public RateLimit withQueueCapacity(int requests) {
        return new RateLimit(permitsPerSecond, burst, requests);
    }
}
