package io.github.telnyxreactive.webflux.batch;

import io.github.telnyxreactive.model.testrun.TestRun;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.annotation.JsonNaming;

/**
 * A run as it was last seen.
 *
 * @param runId the id of the run
 * @param suite the suite that it belongs to
 * @param testId the id of the test
 * @param testName the name of the test, {@code null} if it is not known
 * @param status how far the run has come
 * @param createdAt when the run was created
 * @param completedAt when the run ended, {@code null} if it has not
 * @param rubric the judgements, empty until there are some
 * @param conversationId the conversation that the run held, {@code null} until there is one
 * @param problem why the run is no longer followed though it has not ended, {@code null} if it is
 */
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
record RunView(
        String runId,
        String suite,
        String testId,
        @Nullable String testName,
        String status,
        OffsetDateTime createdAt,
        @Nullable OffsetDateTime completedAt,
        List<RubricView> rubric,
        @Nullable String conversationId,
        @Nullable String problem) {

    static RunView of(String suite, TestRun run, @Nullable String testName, @Nullable String problem) {
        return new RunView(
                run.runId(),
                suite,
                run.testId(),
                testName,
                run.status().value(),
                run.createdAt(),
                run.completedAt(),
                run.detailStatus().stream()
                        .map(item -> new RubricView(item.name(), item.status().value()))
                        .toList(),
                run.conversationId(),
                problem);
    }
}
