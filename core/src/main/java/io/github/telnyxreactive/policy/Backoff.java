package io.github.telnyxreactive.policy;

import io.github.telnyxreactive.internal.time.DurationText;
import io.github.telnyxreactive.internal.time.Saturating;
import java.time.Duration;

/**
 * Exponential backoff with full jitter: the delay before attempt n + 1 is drawn uniformly between zero and the first
 * backoff times two to the power of n - 1, and never exceeds the maximum.
 *
 * @param firstBackoff the maximum delay after the first attempt, more than zero
 * @param maxBackoff the maximum delay after any attempt, at least {@code firstBackoff}
 */
public record Backoff(Duration firstBackoff, Duration maxBackoff) {

    /** Checks the delays. */
    public Backoff {
        if (firstBackoff.isNegative() || firstBackoff.isZero()) {
            throw new IllegalArgumentException(
                    "the first backoff must be more than zero, not " + DurationText.of(firstBackoff));
        }
        if (maxBackoff.compareTo(firstBackoff) < 0) {
            throw new IllegalArgumentException("the maximum backoff of " + DurationText.of(maxBackoff)
                    + " is below the first of " + DurationText.of(firstBackoff));
        }
    }

    /**
     * Returns the maximum delay after an attempt.
     *
     * @param attempt the number of attempts so far, from 1
     * @return the upper bound of the delay
     */
    public Duration ceiling(long attempt) {
        long shift = Math.max(0, attempt - 1);
        long start = Saturating.nanos(firstBackoff);
        long end = Saturating.nanos(maxBackoff);
        boolean overflows = shift >= Long.numberOfLeadingZeros(start);
        return Duration.ofNanos(overflows ? end : Math.min(end, start << shift));
    }

    /**
     * Returns the delay after an attempt.
     *
     * @param attempt the number of attempts so far, from 1
     * @param random a random number, at least 0 and below 1
     * @return the delay
     */
    public Duration delay(long attempt, double random) {
        return Duration.ofNanos((long) (Saturating.nanos(ceiling(attempt)) * random));
    }
}
