package io.github.telnyxreactive.cli.internal.progress;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.github.telnyxreactive.model.testrun.TestRun;
import io.github.telnyxreactive.model.testrun.TestRunDetailResult;
import io.github.telnyxreactive.model.testrun.TestRunStatus;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a batch keeps of a run: what it takes to go on following it and to report it, and nothing of its log.
 *
 * @param runId the id of the run
 * @param testId the id of the test that is executed
 * @param suiteRunId the id that the runs of one triggering of a suite share, {@code null} for a run on its own
 * @param status how far the run had come when it was last seen
 * @param createdAt when the run was created
 * @param completedAt when the run ended, {@code null} if it has not, or if that is not known
 * @param conversationId the id of the conversation that the run held, {@code null} if there is none yet
 * @param rubric the judgement of each rubric item; empty until the run has ended
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record RunState(
        String runId,
        String testId,
        @Nullable String suiteRunId,
        TestRunStatus status,
        OffsetDateTime createdAt,
        @Nullable OffsetDateTime completedAt,
        @Nullable String conversationId,
        @Nullable List<TestRunDetailResult> rubric) {

    /** Checks that what is required is there, and copies what could change. */
    public RunState {
        Objects.requireNonNull(runId, "runId");
        Objects.requireNonNull(testId, "testId");
        Objects.requireNonNull(status, "status");
        Objects.requireNonNull(createdAt, "createdAt");
        rubric = rubric == null ? List.of() : List.copyOf(rubric);
    }

    /**
     * Keeps what is needed of a run.
     *
     * @param run the run as the service gives it
     * @return what is kept
     */
    public static RunState of(TestRun run) {
        boolean ended = run.status().isTerminal();
        return new RunState(
                run.runId(),
                run.testId(),
                run.testSuiteRunId(),
                run.status(),
                run.createdAt(),
                run.completedAt(),
                run.conversationId(),
                ended ? run.detailStatus() : List.of());
    }

    /**
     * Returns the run in the form in which it can be followed.
     *
     * @return a run with what is known of it
     */
    public TestRun toTestRun() {
        return TestRun.builder()
                .runId(runId)
                .testId(testId)
                .status(status)
                .triggeredBy("api")
                .createdAt(createdAt)
                .completedAt(completedAt)
                .conversationId(conversationId)
                .detailStatus(rubric)
                .testSuiteRunId(suiteRunId)
                .build();
    }

    /**
     * Tells how long the run took.
     *
     * @return the time from its creation to its end, by the service's own clock, {@code null} if that is not known
     */
    public @Nullable Duration duration() {
        if (completedAt == null) {
            return null;
        }
        Duration duration = Duration.between(createdAt, completedAt);
        return duration.isNegative() ? null : duration;
    }

    /** The rubric is never absent once a value was made. */
    @Override
    public List<TestRunDetailResult> rubric() {
        return rubric == null ? List.of() : rubric;
    }
}
