package io.github.telnyxreactive.internal.policy;

import io.github.telnyxreactive.internal.time.Saturating;
import io.github.telnyxreactive.policy.PollingSchedule;
import java.time.Duration;

/**
 * The wait between two looks at the same thing, shared by all that are looked at: within the bounds of a
 * {@link PollingSchedule}, it grows while nothing changes, and shrinks when something does, twice as much when something
 * has ended. A round of looks at everything, without a change, makes it longer by the factor of the schedule.
 *
 * <p>Not safe for use by many threads.
 */
public final class AdaptiveInterval {

    private static final int WEIGHT_OF_END = 2;

    private final PollingSchedule schedule;
    private final double shortest;
    private final double longest;
    private double nanos;

    /**
     * Creates an interval that is as short as it can be.
     *
     * @param schedule the bounds, by how much the interval grows, and the jitter
     */
    public AdaptiveInterval(PollingSchedule schedule) {
        this.schedule = schedule;
        this.shortest = Saturating.nanos(schedule.first());
        this.longest = Saturating.nanos(schedule.longest());
        this.nanos = shortest;
    }

    /**
     * Takes note of a look at one of several things.
     *
     * @param seen what was seen
     * @param things how many things are looked at in turn, at least 1
     */
    public void looked(Seen seen, int things) {
        double step = Math.pow(schedule.factor(), 1.0 / Math.max(1, things));
        double factor = switch (seen) {
            case NOTHING_NEW -> step;
            case CHANGE -> 1 / step;
            case END -> 1 / Math.pow(step, WEIGHT_OF_END);
        };
        nanos = Math.min(longest, Math.max(shortest, nanos * factor));
    }

    /**
     * Computes the wait before the next look at a thing.
     *
     * @param random a random number, at least 0 and below 1
     * @return the wait, as much shorter or longer than the interval as the jitter of the schedule says
     */
    public Duration next(double random) {
        double varied = nanos * (1 + schedule.jitter() * (2 * random - 1));
        return Duration.ofNanos(Math.max(1, (long) varied));
    }

    /** What a look has seen. */
    public enum Seen {
        /** Everything was as before. */
        NOTHING_NEW,
        /** Something has changed. */
        CHANGE,
        /** Something has ended. */
        END
    }
}
