package io.github.telnyxreactive.policy;

import io.github.telnyxreactive.internal.time.Saturating;
import java.time.Duration;

/**
 * When to look again: after waits that grow from the first to the longest, each varied at random so that many pollings
 * spread out.
 *
 * @param first the wait before the second look, more than zero
 * @param longest the longest wait, at least {@code first}
 * @param factor by how much the wait grows with each look, at least 1
 * @param jitter by which part of it a wait may be shorter or longer, from 0 to 1
 */
public record PollingSchedule(Duration first, Duration longest, double factor, double jitter) {

    private static final PollingSchedule DEFAULT =
            new PollingSchedule(Duration.ofSeconds(1), Duration.ofSeconds(10), 1.5, 0.2);

    /** Checks the numbers. */
    public PollingSchedule {
        if (first.isNegative() || first.isZero() || longest.compareTo(first) < 0) {
            throw new IllegalArgumentException("waits of " + first + " to " + longest);
        }
        if (!(factor >= 1) || !(jitter >= 0) || jitter > 1) {
            throw new IllegalArgumentException("a factor of " + factor + " and a jitter of " + jitter);
        }
    }

    /**
     * Returns the schedule of a client that sets none: 1 s at first, half as long again each time, up to 10 s, each wait a
     * fifth shorter or longer.
     *
     * @return the schedule
     */
    public static PollingSchedule defaults() {
        return DEFAULT;
    }

    /**
     * Returns a schedule of equal waits without jitter.
     *
     * @param wait the wait between two looks, more than zero
     * @return the schedule
     */
    public static PollingSchedule fixed(Duration wait) {
        return new PollingSchedule(wait, wait, 1, 0);
    }

    /**
     * Computes the wait before the next look.
     *
     * @param looks how many looks were made, from 1
     * @param random a random number, at least 0 and below 1
     * @return the wait
     */
    public Duration delay(long looks, double random) {
        double grown = Saturating.nanos(first) * Math.pow(factor, Math.max(0, looks - 1));
        double bounded = Math.min(grown, Saturating.nanos(longest));
        double varied = bounded * (1 + jitter * (2 * random - 1));
        return Duration.ofNanos(Math.max(1, (long) varied));
    }
}
