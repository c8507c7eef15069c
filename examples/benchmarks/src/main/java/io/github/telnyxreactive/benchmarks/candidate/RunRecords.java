package io.github.telnyxreactive.benchmarks.candidate;

import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.NullUnmarked;

/** A run of a test, as records without validation, copies or unknown fields. */
@NullUnmarked
final class RunRecords {

    private RunRecords() {}

    record TestRun(
            String runId,
            String testId,
            String status,
            String triggeredBy,
            OffsetDateTime createdAt,
            OffsetDateTime completedAt,
            OffsetDateTime updatedAt,
            String conversationId,
            String conversationInsightsId,
            List<TestRunDetailResult> detailStatus,
            String logs,
            String testSuiteRunId) {}

    record TestRunDetailResult(String name, String status) {}
}
