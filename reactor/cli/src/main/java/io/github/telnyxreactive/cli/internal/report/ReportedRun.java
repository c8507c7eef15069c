package io.github.telnyxreactive.cli.internal.report;

import io.github.telnyxreactive.model.testrun.TestRunDetailResult;
import io.github.telnyxreactive.model.testrun.TestRunStatus;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The result of a run.
 *
 * @param runId the id of the run
 * @param testId the id of the test that was executed
 * @param testName the name of the test, {@code null} if unknown
 * @param status the status last seen
 * @param duration the duration of the run, {@code null} if unknown
 * @param rubric the judgment of each rubric item, empty if there is none
 * @param conversationId the id of the conversation of the run, {@code null} if unknown
 * @param problem why the run was given up, in one line; {@code null} if it was not
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

    /** Checks that all required values are present, and copies the list. */
    public ReportedRun {
        Objects.requireNonNull(runId, "runId");
        Objects.requireNonNull(testId, "testId");
        Objects.requireNonNull(status, "status");
        rubric = List.copyOf(rubric);
    }

    /** Returns the name of the test, or its id if it has no name. */
    String displayName() {
        return testName == null || testName.isBlank() ? testId : testName;
    }

    /** Returns the rubric items that did not pass. */
    List<TestRunDetailResult> unmet() {
        return rubric.stream()
                .filter(item -> !item.status().equals(TestRunStatus.PASSED))
                .toList();
    }

    /** Returns the duration, or zero if it is unknown or negative, as it can be after a change of the clock. */
    Duration durationOrZero() {
        return duration == null || duration.isNegative() ? Duration.ZERO : duration;
    }
}
