package io.github.telnyxreactive.simulator.internal.store;

import io.github.telnyxreactive.model.testrun.TestRunStatus;
import io.github.telnyxreactive.simulator.internal.store.SeededRandom.Stream;

/**
 * The outcomes of runs, as weights.
 *
 * @param passed the weight of runs that pass
 * @param failed the weight of runs that fail
 * @param error the weight of runs that end with an error
 */
public record Outcomes(int passed, int failed, int error) {

    /** Creates the outcomes; at least one weight must be positive. */
    public Outcomes {
        if (passed < 0 || failed < 0 || error < 0 || (long) passed + failed + error == 0) {
            throw new IllegalArgumentException(
                    "weights must not be negative, and at least one must be positive, but they were: passed " + passed
                            + ", failed " + failed + ", error " + error);
        }
    }

    TestRunStatus of(SeededRandom random, long run) {
        long drawn = random.below(Stream.OUTCOME, run, (long) passed + failed + error);
        if (drawn < passed) {
            return TestRunStatus.PASSED;
        }
        return drawn < (long) passed + failed ? TestRunStatus.FAILED : TestRunStatus.ERROR;
    }
}
