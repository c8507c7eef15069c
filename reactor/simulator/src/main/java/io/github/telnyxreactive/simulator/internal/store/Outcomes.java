package io.github.telnyxreactive.simulator.internal.store;

import io.github.telnyxreactive.model.testrun.TestRunStatus;
import io.github.telnyxreactive.simulator.internal.store.SeededRandom.Stream;

/**
 * How runs end, as weights.
 *
 * @param passed the weight of runs that pass
 * @param failed the weight of runs that fail
 * @param error the weight of runs that are broken off
 */
public record Outcomes(int passed, int failed, int error) {

    /** Checks that a run can end. */
    public Outcomes {
        if (passed < 0 || failed < 0 || error < 0 || (long) passed + failed + error == 0) {
            throw new IllegalArgumentException("weights are 0 or more, and at least one is above 0: passed " + passed
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
