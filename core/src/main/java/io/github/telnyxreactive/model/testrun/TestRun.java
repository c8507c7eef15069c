package io.github.telnyxreactive.model.testrun;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import io.github.telnyxreactive.internal.model.Models;
import io.github.telnyxreactive.model.Model;
import io.github.telnyxreactive.model.Omittable;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * One execution of an assistant test.
 *
 * <p>API schema: {@code TestRunResponse}.
 *
 * @param runId the id of the run
 * @param testId the id of the test that was executed
 * @param status how far the run has come
 * @param triggeredBy how the run was started
 * @param createdAt when the run was created
 * @param completedAt when the run ended
 * @param updatedAt when the run last changed
 * @param conversationId the id of the conversation that the run held
 * @param conversationInsightsId the id of the analysis of that conversation
 * @param detailStatus the judgement of each rubric item; empty until there is one
 * @param logs the log of the execution
 * @param testSuiteRunId the id that the runs of one triggering of a suite share
 * @param additionalProperties unknown fields, kept as received; never {@code null}
 */
@Model
public record TestRun(
        String runId,
        String testId,
        TestRunStatus status,
        String triggeredBy,
        OffsetDateTime createdAt,
        @Nullable OffsetDateTime completedAt,
        @Nullable OffsetDateTime updatedAt,
        @Nullable String conversationId,
        @Nullable String conversationInsightsId,
        @Omittable List<TestRunDetailResult> detailStatus,
        @Nullable String logs,
        @Nullable String testSuiteRunId,
        @Omittable @JsonAnySetter @JsonAnyGetter Map<String, JsonNode> additionalProperties) {

    /** Validates required components and copies collections. */
    public TestRun {
        Models.required(runId, "run_id");
        Models.required(testId, "test_id");
        Models.required(status, "status");
        Models.required(triggeredBy, "triggered_by");
        Models.required(createdAt, "created_at");
        detailStatus = Models.list(detailStatus);
        additionalProperties = Models.map(additionalProperties);
    }

    /**
     * Returns a builder; required components come first.
     *
     * @return the first stage of the builder
     */
    public static TestRunBuilder.RunIdStage builder() {
        return TestRunBuilder.builder();
    }

    /**
     * Returns a builder initialized with the components of this value.
     *
     * @return a new builder
     */
    public TestRunBuilder toBuilder() {
        return TestRunBuilder.builder(this);
    }
}
