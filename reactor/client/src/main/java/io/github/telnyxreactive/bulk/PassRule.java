package io.github.telnyxreactive.bulk;

/**
 * How many of the runs of a test have to pass so that the test counts as passed.
 *
 * @param passes the number of runs that have to pass, at least 1
 * @param runs the number of runs of each test, at least as many
 */
public record PassRule(int passes, int runs) {

    /** Checks the numbers. */
    public PassRule {
        if (passes < 1 || passes > runs) {
            throw new IllegalArgumentException(
                    "a pass rule needs at least 1 run that passes, and at most all: " + passes + " of " + runs);
        }
    }

    /**
     * Returns a rule such as 2 of 3.
     *
     * @param passes the number of runs that have to pass, at least 1
     * @param runs the number of runs of each test, at least as many
     * @return the rule
     * @throws IllegalArgumentException if the numbers are out of range
     */
    public static PassRule of(int passes, int runs) {
        return new PassRule(passes, runs);
    }

    @Override
    public String toString() {
        return passes + " of " + runs;
    }
}
