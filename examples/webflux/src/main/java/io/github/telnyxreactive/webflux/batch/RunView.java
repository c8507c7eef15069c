package io.github.telnyxreactive.webflux.batch;

import io.github.telnyxreactive.bulk.RunState;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.annotation.JsonNaming;

/**
 * A run as last seen.
 *
 * @param runId the id of the run
 * @param suite the name of its suite
 * @param testId the id of its test, {@code null} if it is not known
 * @param testName the name of its test, {@code null} if it is not known
 * @param status the status in which it was last seen
 * @param createdAt when it was created, {@code null} if it is not known
 * @param completedAt when it ended, {@code null} if it has not
 * @param rubric the result of each rubric item, empty until it has ended
 * @param conversationId the id of its conversation, {@code null} until it has one
 * @param problem why it is no longer followed although it has not ended, {@code null} if it is
 */
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
record RunView(
        String runId,
        String suite,
        @Nullable String testId,
        @Nullable String testName,
        String status,
        @Nullable OffsetDateTime createdAt,
        @Nullable OffsetDateTime completedAt,
        List<RubricView> rubric,
        @Nullable String conversationId,
        @Nullable String problem) {

    static RunView of(String suite, RunState run, @Nullable String testName) {
        return new RunView(
                run.runId(),
                suite,
                run.testId(),
                testName,
                run.status().value(),
                run.createdAt(),
                run.completedAt(),
                run.rubric().stream().map(item -> RubricView.of(item)).toList(),
                run.conversationId(),
                run.problem());
    }
}
