package io.github.telnyxreactive.bulk.report;

import io.github.telnyxreactive.bulk.RunState;
import io.github.telnyxreactive.internal.model.GenerateBuilder;
import io.github.telnyxreactive.model.testrun.TestRunStatus;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A run in a report.
 *
 * @param runId the id of the run
 * @param testId the id of its test, {@code null} if it is not known
 * @param testName the name of its test, {@code null} if it is not known
 * @param status the status in which the run was last seen, {@code unknown} if the service did not say
 * @param ended whether the run has ended, which may be in a status that is not known to be final
 * @param duration how long the run took, by the clock of the service, {@code null} if it is not known
 * @param conversationId the id of the conversation of the run, {@code null} if it has none
 * @param problem why the run is no longer followed, in one line; {@code null} if it is followed or has ended
 * @param rubric the result of each rubric item; empty if there is none
 */
@GenerateBuilder
public record ReportedRun(
        String runId,
        @Nullable String testId,
        @Nullable String testName,
        TestRunStatus status,
        boolean ended,
        @Nullable Duration duration,
        @Nullable String conversationId,
        @Nullable String problem,
        List<ReportedRubricItem> rubric) {

    /** Checks the required components, and copies the list. A run in a final status has ended. */
    public ReportedRun {
        Objects.requireNonNull(runId, "runId");
        Objects.requireNonNull(status, "status");
        ended = ended || status.isTerminal();
        rubric = List.copyOf(rubric);
    }

    /**
     * Returns a builder with the required values. By default, nothing else is known.
     *
     * @param runId the id of the run
     * @param status the status in which it was last seen
     * @return a new builder
     */
    public static ReportedRunBuilder builder(String runId, TestRunStatus status) {
        return ReportedRunBuilder.builder().runId(runId).status(status).rubric(List.of());
    }

    /**
     * Creates a run from what a batch knows of it.
     *
     * @param state the run as last seen
     * @param testName the name of its test, {@code null} if it is not known
     * @return the run
     */
    public static ReportedRun of(RunState state, @Nullable String testName) {
        return new ReportedRun(
                state.runId(),
                state.testId(),
                testName,
                state.status(),
                state.hasEnded(),
                state.duration(),
                state.conversationId(),
                state.problem(),
                state.rubric().stream().map(ReportedRubricItem::of).toList());
    }

    /**
     * Returns how the run ended, or that it did not.
     *
     * @return the outcome
     */
    public RunOutcome outcome() {
        return RunOutcome.of(this);
    }

    /** Returns the name of the test, or its id if it has no name, or what is known if it has neither. */
    String displayName() {
        return testName == null || testName.isBlank()
                ? Objects.requireNonNullElse(testId, "unknown test of run " + runId)
                : testName;
    }

    /** Returns the same without phone numbers. */
    ReportedRun masked() {
        return new ReportedRun(
                runId,
                testId,
                Elements.masked(testName),
                status,
                ended,
                duration,
                conversationId,
                Elements.masked(problem),
                rubric.stream().map(ReportedRubricItem::masked).toList());
    }

    /** Returns the rubric items that did not pass. */
    List<ReportedRubricItem> unmet() {
        return rubric.stream().filter(item -> !item.hasPassed()).toList();
    }

    /**
     * Returns the duration in whole milliseconds, as reports say it, so that those of runs add up to that of their suite; zero if
     * it is unknown or negative.
     */
    Duration durationOrZero() {
        return duration == null || duration.isNegative() ? Duration.ZERO : duration.truncatedTo(ChronoUnit.MILLIS);
    }
}
