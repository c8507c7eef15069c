package io.github.telnyxreactive.bulk.report;

/**
 * The runs of a test in one report, in numbers.
 *
 * @param passed how many runs passed
 * @param failed how many runs ended without passing: that failed, or ended in an error
 * @param unknown how many runs were given up or had not ended, or may exist though nobody has seen them
 * @param notStarted how many times it was to run and has no run
 */
public record TestResult(int passed, int failed, int unknown, int notStarted) {

    /**
     * Returns what the runs show together. What is unknown or was not started is never taken for passed or failed.
     *
     * @return the outcome
     */
    public TestOutcome outcome() {
        if (failed > 0) {
            return passed > 0 ? TestOutcome.FLAKY : TestOutcome.FAILED;
        }
        if (unknown > 0) {
            return TestOutcome.UNKNOWN;
        }
        return notStarted > 0 ? TestOutcome.NOT_STARTED : TestOutcome.PASSED;
    }

    /**
     * Returns how many times the test ran or was to run.
     *
     * @return the sum of all numbers
     */
    public int total() {
        return passed + failed + unknown + notStarted;
    }
}
