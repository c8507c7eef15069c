package io.github.telnyxreactive.policy;

import io.github.telnyxreactive.internal.time.Saturating;
import java.time.Duration;

/**
 * Exponential back-off with full jitter: before attempt n + 1 a wait drawn evenly from zero up to the first wait times
 * two to the power of n - 1, and never beyond the longest.
 *
 * @param first the longest wait after the first attempt, more than zero
 * @param longest the longest wait after any attempt, at least {@code first}
 */
public record Backoff(Duration first, Duration longest) {

    /** Checks the waits. */
    public Backoff {
        if (first.isNegative() || first.isZero()) {
            throw new IllegalArgumentException("the first wait must be more than zero: " + first);
        }
        if (longest.compareTo(first) < 0) {
            throw new IllegalArgumentException("the longest wait " + longest + " is below the first " + first);
        }
    }

    /**
     * Computes the upper end of the wait.
     *
     * @param attempt how many attempts were made, from 1
     * @return the longest that the wait can be
     */
    public Duration ceiling(long attempt) {
        long shift = Math.max(0, attempt - 1);
        long start = Saturating.nanos(first);
        long end = Saturating.nanos(longest);
        boolean overflows = shift >= Long.numberOfLeadingZeros(start);
        return Duration.ofNanos(overflows ? end : Math.min(end, start << shift));
    }

    /**
     * Computes a wait.
     *
     * @param attempt how many attempts were made, from 1
     * @param random a random number, at least 0 and below 1
     * @return the wait
     */
    public Duration delay(long attempt, double random) {
        return Duration.ofNanos((long) (Saturating.nanos(ceiling(attempt)) * random));
    }
}
