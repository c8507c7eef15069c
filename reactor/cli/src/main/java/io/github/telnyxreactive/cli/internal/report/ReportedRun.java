package io.github.telnyxreactive.cli.internal.report;

import io.github.telnyxreactive.bulk.RunState;
import io.github.telnyxreactive.model.testrun.TestRunDetailResult;
import io.github.telnyxreactive.model.testrun.TestRunStatus;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A run in a report.
 *
 * @param state the run as last seen
 * @param testName the name of its test, {@code null} if it is not known
 */
public record ReportedRun(RunState state, @Nullable String testName) {

    /** Validates required components. */
    public ReportedRun {
        Objects.requireNonNull(state, "state");
    }

    String runId() {
        return state.runId();
    }

    @Nullable String testId() {
        return state.testId();
    }

    TestRunStatus status() {
        return state.status();
    }

    /** Returns how long the run took, {@code null} if it is not known. */
    @Nullable Duration duration() {
        return state.duration();
    }

    /** Returns the result of each rubric item; empty if there is none. */
    List<TestRunDetailResult> rubric() {
        return state.rubric();
    }

    @Nullable String conversationId() {
        return state.conversationId();
    }

    /** Returns one line that says why the run was abandoned, {@code null} if it was not. */
    @Nullable String problem() {
        return state.problem();
    }

    /** Returns the name of the test, or its id if it has no name, or what is known if it has neither. */
    String displayName() {
        return testName == null || testName.isBlank()
                ? Objects.requireNonNullElse(testId(), "unknown test of run " + runId())
                : testName;
    }

    /** Returns whether it has ended. */
    boolean hasEnded() {
        return state.hasEnded();
    }

    /** Returns the name of a rubric item. */
    static String name(TestRunDetailResult item) {
        return Objects.requireNonNullElse(item.name(), "unnamed");
    }

    /** Returns the result of a rubric item. */
    static TestRunStatus status(TestRunDetailResult item) {
        return Objects.requireNonNullElse(item.status(), RunState.UNKNOWN);
    }

    /** Returns the rubric items that did not pass. */
    List<TestRunDetailResult> unmet() {
        return rubric().stream()
                .filter(item -> !status(item).equals(TestRunStatus.PASSED))
                .toList();
    }

    /** Returns the duration, or zero if it is unknown. */
    Duration durationOrZero() {
        return Objects.requireNonNullElse(duration(), Duration.ZERO);
    }
}
