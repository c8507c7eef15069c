package io.github.telnyxreactive.simulator.internal.store;

import io.github.telnyxreactive.json.TelnyxJson;
import io.github.telnyxreactive.model.testrun.TestRun;
import io.github.telnyxreactive.model.testrun.TestRunDetailResult;
import io.github.telnyxreactive.model.testrun.TestRunStatus;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A run. Its course is determined when it is created, so that its status is a function of time.
 *
 * @param number the position in order of creation
 * @param runId the id of the run
 * @param testId the id of the test
 * @param suite the suite of the test when the run was triggered, {@code null} for none
 * @param suiteRunId the id of the suite run, {@code null} for a single run
 * @param versionId the id of the assistant version that it runs against, {@code null} if unknown
 * @param conversationId the id of its conversation
 * @param insightsId the id of the analysis of the conversation
 * @param createdAt when the run was created
 * @param duration how long the run takes
 * @param outcome the final status
 * @param judgement the final result of each rubric item
 */
public record StoredRun(
        long number,
        String runId,
        String testId,
        @Nullable String suite,
        @Nullable String suiteRunId,
        @Nullable String versionId,
        String conversationId,
        String insightsId,
        Instant createdAt,
        Duration duration,
        TestRunStatus outcome,
        List<TestRunDetailResult> judgement) {

    // A run is pending for the first tenth of its duration, and starting until a quarter of it has elapsed.
    private static final int START = 10;
    private static final int CONVERSATION = 4;

    /**
     * Returns the status of the run at a point in time.
     *
     * @param now the time
     * @return the status
     */
    public TestRunStatus statusAt(Instant now) {
        long elapsed = createdAt.until(now, ChronoUnit.MICROS);
        if (elapsed >= micros(1)) {
            return outcome;
        }
        if (elapsed >= micros(CONVERSATION)) {
            return TestRunStatus.RUNNING;
        }
        return elapsed >= micros(START) ? TestRunStatus.STARTING : TestRunStatus.PENDING;
    }

    /**
     * Returns the run as the service reports it at a point in time.
     *
     * @param now the time
     * @return the run
     */
    public TestRun at(Instant now) {
        TestRunStatus status = statusAt(now);
        boolean ended = status.isTerminal();
        boolean conversing = ended || status.equals(TestRunStatus.RUNNING);
        return TestRun.builder()
                .runId(runId)
                .testId(testId)
                .status(status)
                .triggeredBy("api")
                .createdAt(date(createdAt))
                .completedAt(ended ? date(endsAt()) : null)
                .updatedAt(date(lastChange(status)))
                .conversationId(conversing ? conversationId : null)
                .conversationInsightsId(ended && !status.equals(TestRunStatus.ERROR) ? insightsId : null)
                .detailStatus(ended ? judgement : List.of())
                .logs(logs(status))
                .testSuiteRunId(suiteRunId)
                .additionalProperties(
                        versionId == null ? Map.of() : Map.of("destination_version_id", TelnyxJson.toTree(versionId)))
                .build();
    }

    private long micros(int part) {
        return duration.toNanos() / 1000 / part;
    }

    private Instant startsAt() {
        return createdAt.plus(micros(START), ChronoUnit.MICROS);
    }

    private Instant runsAt() {
        return createdAt.plus(micros(CONVERSATION), ChronoUnit.MICROS);
    }

    private Instant endsAt() {
        return createdAt.plus(micros(1), ChronoUnit.MICROS);
    }

    private Instant lastChange(TestRunStatus status) {
        if (status.isTerminal()) {
            return endsAt();
        }
        if (status.equals(TestRunStatus.RUNNING)) {
            return runsAt();
        }
        return status.equals(TestRunStatus.STARTING) ? startsAt() : createdAt;
    }

    private @Nullable String logs(TestRunStatus status) {
        if (status.equals(TestRunStatus.PENDING)) {
            return null;
        }
        StringBuilder logs = new StringBuilder();
        logs.append(startsAt()).append(" starting\n");
        if (!status.equals(TestRunStatus.STARTING)) {
            logs.append(runsAt())
                    .append(" conversation ")
                    .append(conversationId)
                    .append('\n');
        }
        if (status.isTerminal()) {
            logs.append(endsAt()).append(' ').append(status).append('\n');
        }
        return logs.toString();
    }

    private static OffsetDateTime date(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
