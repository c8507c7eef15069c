package io.github.telnyxreactive.internal.policy;

import io.github.telnyxreactive.policy.RateLimit;

/**
 * Keeps requests within a constant rate with bursts (the generic cell rate algorithm). Times are passed in, in
 * nanoseconds from an arbitrary origin; a time that goes back delays requests by at most one burst.
 *
 * <p>Not safe for concurrent use.
 */
final class TokenBucket {

    /** About 73 years; longer times would overflow. */
    private static final double LONGEST = Long.MAX_VALUE / 4;

    private final long interval;
    private final long tolerance;
    private long next = Long.MIN_VALUE;

    /**
     * Creates a full bucket.
     *
     * @param limit the rate and the burst
     */
    TokenBucket(RateLimit limit) {
        this.interval = (long) Math.min(LONGEST, Math.ceil(1_000_000_000 / limit.permitsPerSecond()));
        this.tolerance = (long) Math.min(LONGEST, (double) interval * (limit.burst() - 1));
    }

    /**
     * Returns the delay before the next permit.
     *
     * @param now the current time
     * @return the delay in nanoseconds, zero if a permit is available
     */
    long waitNanos(long now) {
        if (next == Long.MIN_VALUE) {
            return 0;
        }
        long latest = now + tolerance + interval;
        if (next > latest) {
            next = latest;
        }
        return Math.max(0, next - tolerance - now);
    }

    /**
     * Takes a permit that is available.
     *
     * @param now the current time
     */
    void take(long now) {
        next = (next == Long.MIN_VALUE ? now : Math.max(next, now)) + interval;
    }
}
