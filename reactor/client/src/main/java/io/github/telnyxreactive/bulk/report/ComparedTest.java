package io.github.telnyxreactive.bulk.report;

import org.jspecify.annotations.Nullable;

/**
 * A test in two reports.
 *
 * @param suite the name of the suite as part of which it ran, {@code null} if it ran as a single test; in the earlier report if
 *     it is there
 * @param testId the id of the test
 * @param testName the name of the test, in the later report if it is there; {@code null} if it is not known
 * @param earlier its result in the earlier report, {@code null} if it is not there
 * @param later its result in the later report, {@code null} if it is not there
 */
public record ComparedTest(
        @Nullable String suite,
        String testId,
        @Nullable String testName,
        @Nullable TestResult earlier,
        @Nullable TestResult later) {

    /**
     * Returns how the results differ.
     *
     * @return the change
     */
    public TestChange change() {
        return TestChange.of(earlier, later);
    }

    /**
     * Returns whether the test passed in the earlier report, and the later one does not say how it ended.
     *
     * @return whether the later report neither confirms nor refutes that it passes
     */
    public boolean isPassLost() {
        return earlier != null && earlier.outcome() == TestOutcome.PASSED && change() == TestChange.UNKNOWN;
    }
}
