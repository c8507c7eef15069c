package io.github.telnyxreactive.bulk;

import java.time.Duration;

/**
 * How long runs took, from their creation to their end, by the clock of the service.
 *
 * @param count the number of runs, at least 1
 * @param total the sum of their durations
 * @param shortest the shortest duration
 * @param longest the longest duration
 */
public record RunDurations(int count, Duration total, Duration shortest, Duration longest) {

    /** Checks the count, so that there is a mean. */
    public RunDurations {
        if (count < 1) {
            throw new IllegalArgumentException("count must be at least 1: " + count);
        }
    }

    /**
     * Returns the mean duration.
     *
     * @return the total divided by the number of runs
     */
    public Duration mean() {
        return total.dividedBy(count);
    }
}
