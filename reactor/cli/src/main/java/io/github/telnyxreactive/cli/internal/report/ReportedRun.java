package io.github.telnyxreactive.cli.internal.report;

import io.github.telnyxreactive.model.testrun.TestRunDetailResult;
import io.github.telnyxreactive.model.testrun.TestRunStatus;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What is known of one run.
 *
 * @param runId the id of the run
 * @param testId the id of the test that was executed
 * @param testName the name of that test, {@code null} if it is not known
 * @param status how far the run had come when it was last seen
 * @param duration how long the run took, {@code null} if it is not known
 * @param rubric the judgement of each rubric item; empty if there is none
 * @param conversationId the id of the conversation that the run held, {@code null} if it is not known
 * @param problem one line that says why the run was given up, {@code null} if it was not
 */
public record ReportedRun(
        String runId,
        String testId,
        @Nullable String testName,
        TestRunStatus status,
        @Nullable Duration duration,
        List<TestRunDetailResult> rubric,
        @Nullable String conversationId,
        @Nullable String problem) {

    /** Checks that what is required is there, and copies what could change. */
    public ReportedRun {
        Objects.requireNonNull(runId, "runId");
        Objects.requireNonNull(testId, "testId");
        Objects.requireNonNull(status, "status");
        rubric = List.copyOf(rubric);
    }

    /** Returns the name of the test, or its id if there is no name. */
    String displayName() {
        return testName == null || testName.isBlank() ? testId : testName;
    }

    /** Returns the rubric items that did not pass. */
    List<TestRunDetailResult> unmet() {
        return rubric.stream()
                .filter(item -> !item.status().equals(TestRunStatus.PASSED))
                .toList();
    }

    /** Returns the duration, or zero if it is not known; the clock it was measured with may have been set back. */
    Duration durationOrZero() {
        return duration == null || duration.isNegative() ? Duration.ZERO : duration;
    }
}
