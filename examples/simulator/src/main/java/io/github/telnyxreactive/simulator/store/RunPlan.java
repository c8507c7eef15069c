package io.github.telnyxreactive.simulator.store;

import io.github.telnyxreactive.model.testrun.TestRunStatus;
import io.github.telnyxreactive.simulator.store.SeededRandom.Stream;
import java.time.Duration;

/**
 * How long runs take and how they end.
 *
 * @param shortest the shortest that a run takes
 * @param longest the longest that a run takes
 * @param passed the weight of runs that pass
 * @param failed the weight of runs that fail
 * @param error the weight of runs that are broken off
 */
public record RunPlan(Duration shortest, Duration longest, int passed, int failed, int error) {

    /** Checks that the plan can be followed. */
    public RunPlan {
        if (shortest.isNegative() || longest.compareTo(shortest) < 0) {
            throw new IllegalArgumentException(
                    "a run cannot take " + shortest + " at the least and " + longest + " at the most");
        }
        if (passed < 0 || failed < 0 || error < 0 || (long) passed + failed + error == 0) {
            throw new IllegalArgumentException("weights are 0 or more, and at least one is above 0: passed " + passed
                    + ", failed " + failed + ", error " + error);
        }
    }

    Duration duration(SeededRandom random, long run) {
        long spread = longest.minus(shortest).toNanos();
        return shortest.plusNanos(spread == 0 ? 0 : random.below(Stream.DURATION, run, spread + 1));
    }

    TestRunStatus outcome(SeededRandom random, long run) {
        long drawn = random.below(Stream.OUTCOME, run, (long) passed + failed + error);
        if (drawn < passed) {
            return TestRunStatus.PASSED;
        }
        return drawn < (long) passed + failed ? TestRunStatus.FAILED : TestRunStatus.ERROR;
    }
}
