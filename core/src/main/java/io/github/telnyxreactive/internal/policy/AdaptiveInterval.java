package io.github.telnyxreactive.internal.policy;

import io.github.telnyxreactive.internal.time.Saturating;
import io.github.telnyxreactive.policy.PollingSchedule;
import java.time.Duration;

/**
 * The delay between two polls of the same item, shared by all items that are polled. Within the bounds of a
 * {@link PollingSchedule}, it grows while nothing changes, and shrinks when something does, twice as much when
 * something has ended. One poll of every item without a change multiplies it by the factor of the schedule.
 *
 * <p>Not thread-safe.
 */
public final class AdaptiveInterval {

    private static final int WEIGHT_OF_END = 2;

    private final PollingSchedule schedule;
    private final double shortest;
    private final double longest;
    private double nanos;

    /**
     * Creates an interval that starts with the shortest delay.
     *
     * @param schedule the bounds, the factor and the jitter
     */
    public AdaptiveInterval(PollingSchedule schedule) {
        this.schedule = schedule;
        this.shortest = Saturating.nanos(schedule.firstDelay());
        this.longest = Saturating.nanos(schedule.maxDelay());
        this.nanos = shortest;
    }

    /**
     * Records the result of polling one of several items.
     *
     * @param seen the result
     * @param items the number of polled items, at least 1
     */
    public void polled(Seen seen, int items) {
        double step = Math.pow(schedule.factor(), 1.0 / Math.max(1, items));
        double factor = switch (seen) {
            case NOTHING_NEW -> step;
            case CHANGE -> 1 / step;
            case END -> 1 / Math.pow(step, WEIGHT_OF_END);
        };
        nanos = Math.min(longest, Math.max(shortest, nanos * factor));
    }

    /**
     * Returns the delay before the next poll of an item.
     *
     * @param random a random number, at least 0 and below 1
     * @return the delay, varied around the interval by the jitter of the schedule
     */
    public Duration next(double random) {
        double varied = nanos * (1 + schedule.jitter() * (2 * random - 1));
        return Duration.ofNanos(Math.max(1, (long) varied));
    }

    /** The result of a poll. */
    public enum Seen {
        /** Everything was as before. */
        NOTHING_NEW,
        /** Something has changed. */
        CHANGE,
        /** Something has ended. */
        END
    }
}
