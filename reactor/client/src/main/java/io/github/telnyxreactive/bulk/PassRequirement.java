package io.github.telnyxreactive.bulk;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a batch has to reach. It is about tests: one that runs several times, as part of the same suite or on its own, against the
 * same version, counts once. A run whose test is not known counts as a test of its own.
 *
 * @param minPassRate how many of the tests have to pass
 * @param passRule how many of the runs of a test have to pass so that the test counts as passed, {@code null} for all of them
 */
public record PassRequirement(
        Percentage minPassRate, @Nullable PassRule passRule) {

    /** Every run has to pass. */
    public static final PassRequirement EVERY_RUN = new PassRequirement(Percentage.ALL, null);

    /** Checks the required component. */
    public PassRequirement {
        Objects.requireNonNull(minPassRate, "minPassRate");
    }

    /**
     * Returns whether every run has to pass, so that there is no need to tell tests apart.
     *
     * @return whether this is {@link #EVERY_RUN}, or has a rule such as 3 of 3 that is the same
     */
    public boolean isEveryRun() {
        return minPassRate.equals(Percentage.ALL) && isEveryRunOfATest();
    }

    private boolean isEveryRunOfATest() {
        return passRule == null || passRule.passes() == passRule.runs();
    }

    /**
     * Returns whether a test counts as passed.
     *
     * @param passes the number of its runs that passed
     * @param runs the number of its runs, with those that were to run and did not
     * @return whether all of them passed or, with a pass rule, as many as it says
     */
    public boolean isPassed(int passes, int runs) {
        boolean isEnough = passRule == null ? runs > 0 : passes >= passRule.passes();
        return isEnough && (passes == runs || !isEveryRunOfATest());
    }

    /**
     * Returns whether enough tests passed.
     *
     * @param passed the number of tests that passed
     * @param tests the number of tests
     * @return whether there are tests, and the rate of those that passed is reached
     */
    public boolean isMet(int passed, int tests) {
        return tests > 0 && minPassRate.isReachedBy(passed, tests);
    }

    /** Returns the requirement in words, such as {@code 80 % of the tests pass 2 of 3 runs}. */
    @Override
    public String toString() {
        return minPassRate + " of the tests pass " + (passRule == null ? "every run" : passRule + " runs");
    }
}
