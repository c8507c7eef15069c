package io.github.telnyxreactive.bulk;

import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.telnyxreactive.model.testrun.TestRun;
import io.github.telnyxreactive.model.testrun.TestRunDetailResult;
import io.github.telnyxreactive.model.testrun.TestRunStatus;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A run as last seen, without its log: what is needed to report the run, and to continue following it. It can be
 * written as JSON and read back, for a journal for example.
 *
 * @param runId the id of the run
 * @param testId the id of the test that is executed, {@code null} if the service did not say
 * @param suiteRunId the id that all runs of one suite run share, {@code null} for a run of a single test
 * @param status the status in which the run was last seen, {@link #UNKNOWN} if the service did not say
 * @param createdAt when the run was created, {@code null} if the service did not say
 * @param completedAt when the run ended, {@code null} if it has not ended or the time is not known
 * @param conversationId the id of the conversation of the run, {@code null} if it has none yet
 * @param rubric the result of each rubric item; empty until the run has ended
 * @param problem why the run was abandoned, {@code null} if it is followed or has ended
 * @param ended whether the run has ended in a status that this library does not know to be final
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record RunState(
        @JsonProperty("run_id") @JsonAlias("runId") String runId,

        @JsonProperty("test_id") @JsonAlias("testId") @Nullable String testId,

        @JsonProperty("suite_run_id") @JsonAlias("suiteRunId") @Nullable String suiteRunId,

        TestRunStatus status,

        @JsonProperty("created_at") @JsonAlias("createdAt") @Nullable OffsetDateTime createdAt,

        @JsonProperty("completed_at") @JsonAlias("completedAt") @Nullable OffsetDateTime completedAt,

        @JsonProperty("conversation_id") @JsonAlias("conversationId") @Nullable String conversationId,

        @Nullable List<TestRunDetailResult> rubric,
        @Nullable String problem,
        @JsonInclude(JsonInclude.Include.NON_DEFAULT) boolean ended) {

    /** The status of a run of which the service has not said one that can be read. */
    public static final TestRunStatus UNKNOWN = new TestRunStatus("unknown");

    /** Checks the required components, and copies the list. */
    public RunState {
        Objects.requireNonNull(runId, "runId");
        Objects.requireNonNull(status, "status");
        rubric = rubric == null ? List.of() : List.copyOf(rubric);
    }

    /**
     * Creates the state of a run.
     *
     * @param run the run as the service returns it
     * @return its state
     */
    public static RunState of(TestRun run) {
        return new RunState(
                run.runId(),
                run.testId(),
                run.testSuiteRunId(),
                status(run),
                run.createdAt(),
                run.completedAt(),
                run.conversationId(),
                run.hasEnded() ? run.detailStatus() : List.of(),
                null,
                run.hasEnded() && (run.status() == null || !run.status().isTerminal()));
    }

    static TestRunStatus status(TestRun run) {
        TestRunStatus status = run.status();
        return status == null || status.value().isBlank() ? UNKNOWN : status;
    }

    /**
     * Returns a copy with the given status, as of a run that has not ended.
     *
     * @param moved the new status, which is not final
     * @return the copy, without an end, results and a problem
     */
    public RunState withStatus(TestRunStatus moved) {
        return new RunState(runId, testId, suiteRunId, moved, createdAt, null, conversationId, List.of(), null, false);
    }

    /**
     * Returns a copy with the given problem.
     *
     * @param reason why the run was abandoned, {@code null} if it is followed
     * @return the copy
     */
    public RunState withProblem(@Nullable String reason) {
        return new RunState(
                runId, testId, suiteRunId, status, createdAt, completedAt, conversationId, rubric, reason, ended);
    }

    RunState withRubric(List<TestRunDetailResult> results) {
        return new RunState(
                runId, testId, suiteRunId, status, createdAt, completedAt, conversationId, results, problem, ended);
    }

    /**
     * Returns the run in the form that {@link BatchItem#alreadyTriggered} accepts.
     *
     * @return a run with all values that this state contains
     */
    public TestRun toTestRun() {
        return new TestRun(
                runId,
                testId,
                status.equals(UNKNOWN) ? null : status,
                null,
                createdAt,
                completedAt,
                null,
                conversationId,
                null,
                rubric,
                null,
                suiteRunId,
                Map.of());
    }

    /**
     * Returns whether the run was abandoned before a final status was seen.
     *
     * @return whether there is a problem and the status is not final
     */
    @JsonIgnore
    public boolean isAbandoned() {
        return problem != null && !hasEnded();
    }

    /**
     * Returns whether the run has ended.
     *
     * @return whether its status changes no more
     */
    public boolean hasEnded() {
        return ended || status.isTerminal();
    }

    /**
     * Returns how long the run took.
     *
     * @return the time from its creation to its end, by the clock of the service, {@code null} if it is unknown or
     *     negative
     */
    public @Nullable Duration duration() {
        if (createdAt == null || completedAt == null) {
            return null;
        }
        Duration duration = Duration.between(createdAt, completedAt);
        return duration.isNegative() ? null : duration;
    }

    /** Never {@code null}, even if it is missing in JSON. */
    @Override
    public List<TestRunDetailResult> rubric() {
        return rubric == null ? List.of() : rubric;
    }
}
