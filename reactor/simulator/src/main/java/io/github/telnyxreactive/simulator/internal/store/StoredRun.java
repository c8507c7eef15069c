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
 * A run whose whole course is fixed when it is created; how far it has come is only a question of the time.
 *
 * @param sequence its place in the order of creation
 * @param runId its id
 * @param testId the id of its test
 * @param suite the suite that the test was in, {@code null} for none
 * @param suiteRunId the id that the runs of one triggering share, {@code null} for a run on its own
 * @param versionId the id of the version of the assistant that it talks to, {@code null} if that is not known
 * @param conversationId the id of its conversation
 * @param insightsId the id of the analysis of that conversation
 * @param createdAt when it was created
 * @param duration how long it takes
 * @param outcome how it ends
 * @param judgement the judgement of each rubric item at the end
 */
public record StoredRun(
        long sequence,
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

    // A run waits for the first tenth of its time and is set up until a quarter of it has passed.
    private static final int START = 10;
    private static final int CONVERSATION = 4;

    /**
     * Tells how far the run has come.
     *
     * @param now the time
     * @return its status
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
     * Tells what the service says of the run.
     *
     * @param now the time
     * @return the run, as on the wire
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
