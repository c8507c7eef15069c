package io.github.telnyxreactive.internal.policy;

import io.github.telnyxreactive.policy.RateLimit;

/**
 * Tells when the next request may be made at a steady rate with bursts (the generic cell rate algorithm). It is told the
 * time, in nanoseconds from any origin; a time that goes back costs at most one burst of waiting.
 *
 * <p>Not safe for use by many threads.
 */
public final class TokenBucket {

    /** Some 70 years: beyond it times would overflow. */
    private static final double FARTHEST = Long.MAX_VALUE / 4;

    private final long interval;
    private final long tolerance;
    private long next = Long.MIN_VALUE;

    /**
     * Creates a bucket that is full.
     *
     * @param limit the rate and the burst
     */
    public TokenBucket(RateLimit limit) {
        this.interval = (long) Math.min(FARTHEST, Math.ceil(1_000_000_000 / limit.permitsPerSecond()));
        this.tolerance = (long) Math.min(FARTHEST, (double) interval * (limit.burst() - 1));
    }

    /**
     * Tells how long to wait for the next permit.
     *
     * @param now the time
     * @return the wait in nanoseconds, zero if there is a permit now
     */
    public long waitNanos(long now) {
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
     * Takes a permit that there is.
     *
     * @param now the time
     */
    public void take(long now) {
        next = (next == Long.MIN_VALUE ? now : Math.max(next, now)) + interval;
    }
}
