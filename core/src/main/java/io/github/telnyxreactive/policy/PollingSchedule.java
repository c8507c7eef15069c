package io.github.telnyxreactive.policy;

import io.github.telnyxreactive.internal.time.DurationText;
import io.github.telnyxreactive.internal.time.Saturating;
import java.time.Duration;

/**
 * The delays between polls, which grow from the first to the maximum, each with random jitter so that many pollers
 * spread out.
 *
 * @param firstDelay the delay before the second poll, more than zero
 * @param maxDelay the maximum delay, at least {@code firstDelay}
 * @param factor the factor by which the delay grows with each poll, at least 1
 * @param jitter the fraction by which a delay may be shorter or longer, from 0 to 1
 */
public record PollingSchedule(Duration firstDelay, Duration maxDelay, double factor, double jitter) {

    private static final PollingSchedule DEFAULT =
            new PollingSchedule(Duration.ofSeconds(1), Duration.ofSeconds(10), 1.5, 0.2);

    /** Checks the values. */
    public PollingSchedule {
        if (firstDelay.isNegative() || firstDelay.isZero() || maxDelay.compareTo(firstDelay) < 0) {
            throw new IllegalArgumentException(
                    "invalid delays: first " + DurationText.of(firstDelay) + ", maximum " + DurationText.of(maxDelay));
        }
        if (!(factor >= 1) || !(jitter >= 0) || jitter > 1) {
            throw new IllegalArgumentException("invalid growth: factor " + factor + ", jitter " + jitter);
        }
    }

    /**
     * Returns the default schedule: a first delay of 1 s that grows by half with each poll, up to 10 s, with a jitter
     * of 20 %.
     *
     * @return the default schedule
     */
    public static PollingSchedule defaults() {
        return DEFAULT;
    }

    /**
     * Returns a schedule of equal delays without jitter.
     *
     * @param delay the delay between two polls, more than zero
     * @return the schedule
     */
    public static PollingSchedule fixed(Duration delay) {
        return new PollingSchedule(delay, delay, 1, 0);
    }

    /**
     * Returns the delay before the next poll.
     *
     * @param polls the number of polls so far, from 1
     * @param random a random number, at least 0 and below 1
     * @return the delay
     */
    public Duration delay(long polls, double random) {
        double grown = Saturating.nanos(firstDelay) * Math.pow(factor, Math.max(0, polls - 1));
        double bounded = Math.min(grown, Saturating.nanos(maxDelay));
        double varied = bounded * (1 + jitter * (2 * random - 1));
        return Duration.ofNanos(Math.max(1, (long) varied));
    }
}
