package io.github.telnyxreactive.internal.bulk;

import io.github.telnyxreactive.internal.policy.EndForecast;
import io.github.telnyxreactive.internal.runs.News;
import io.github.telnyxreactive.internal.time.Saturating;
import io.github.telnyxreactive.model.testrun.TestRun;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * When a poll of the runs of one item is late, and takes precedence over what is to be started: as soon as all of them have
 * probably ended, since waiting saves no request then; the longest delay after the end of one is expected; and in any case
 * before twice that delay has passed. What is seen of the runs goes into a forecast, from which other items learn how long runs take.
 */
final class PollTiming {

    /** All runs have probably ended when this many are expected to be open. */
    private static final double FEW_OPEN = 0.25;

    /** After so many of the longest delays. The rest is left for what is late as well. */
    private static final double LATE = 1.75;

    private final @Nullable EndForecast forecast;
    private final double longest;
    private final long startedAt;
    private long polledAt;

    /**
     * Creates a timing.
     *
     * @param forecast how long runs take, {@code null} if the age of the runs is not known
     * @param longest the longest delay between two polls
     * @param now when the runs were started
     */
    PollTiming(@Nullable EndForecast forecast, Duration longest, long now) {
        this.forecast = forecast;
        this.longest = Saturating.nanos(longest);
        this.startedAt = now;
        this.polledAt = now;
    }

    /**
     * Records a poll.
     *
     * @param news what it has seen
     * @param open the number of runs that are still open
     * @param now when it was made
     */
    void polled(List<News> news, int open, long now) {
        if (forecast != null) {
            double before = (double) polledAt - startedAt;
            double age = (double) now - startedAt;
            forecast.survived(open, before, age);
            for (News one : news) {
                if (one instanceof News.Ended ended) {
                    double end = endOf(ended.run(), before, age);
                    forecast.survived(1, before, end);
                    forecast.ended(end);
                }
            }
        }
        polledAt = now;
    }

    /**
     * Records a poll that has failed. Otherwise, an item that cannot be polled would be late all the time.
     *
     * @param now when it was made
     */
    void failed(long now) {
        polledAt = now;
    }

    /** The times of the service are believed if they do not contradict what was seen. */
    private static double endOf(TestRun run, double before, double age) {
        if (run.createdAt() != null && run.completedAt() != null) {
            double took = Saturating.nanos(Duration.between(run.createdAt(), run.completedAt()));
            if (took >= before && took <= age) {
                return took;
            }
        }
        return (before + age) / 2;
    }

    /**
     * Returns from when on the next poll is late.
     *
     * @param open the number of runs that are open
     * @return the time
     */
    long lateFrom(int open) {
        double age = (double) polledAt - startedAt;
        double latest = age + LATE * longest;
        if (forecast != null && open > 0) {
            double oneEnded = forecast.ageAt(1.0 / open, age, latest) + longest;
            double allEnded = forecast.ageAt(1 - FEW_OPEN / open, age, latest);
            latest = Math.min(latest, Math.min(oneEnded, allEnded));
        }
        return startedAt + (long) latest;
    }
}
