package io.github.telnyxreactive.model.testrun;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import io.github.telnyxreactive.internal.model.Models;
import io.github.telnyxreactive.model.Model;
import io.github.telnyxreactive.model.Omittable;
import io.github.telnyxreactive.model.Required;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * An execution of an assistant test.
 *
 * <p>API schema: {@code TestRunResponse}.
 *
 * @param runId the id of the run
 * @param testId the id of the test that was executed
 * @param status the status of the run
 * @param triggeredBy how the run was triggered
 * @param createdAt when the run was created
 * @param completedAt when the run completed
 * @param updatedAt when the run was last updated
 * @param conversationId the id of the conversation that the run conducted
 * @param conversationInsightsId the id of the analysis of the conversation
 * @param detailStatus the result for each rubric item; empty until results are available
 * @param logs the log of the execution
 * @param testSuiteRunId the id that is common to all runs triggered together as a suite
 * @param additionalProperties unknown fields, and known ones that are {@code null} or cannot be read, kept as received;
 *     never {@code null}
 */
@Model
public record TestRun(
        String runId,
        @Required @Nullable String testId,
        @Required @Nullable TestRunStatus status,
        @Required @Nullable String triggeredBy,
        @Required @Nullable OffsetDateTime createdAt,
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
        Models.identity(runId, "run_id");
        detailStatus = Models.list(detailStatus);
        additionalProperties = Models.map(additionalProperties);
    }

    /**
     * Returns whether the run has ended: its status is {@linkplain TestRunStatus#isTerminal() final}, or it has a
     * completion time and a status that this library does not know, or none. A status that is unknown alone says nothing.
     *
     * @return whether the status of the run changes no more
     */
    public boolean hasEnded() {
        if (status != null && (status.isTerminal() || status.isUnderWay())) {
            return status.isTerminal();
        }
        if (completedAt != null) {
            return isTime(completedAt.getYear());
        }
        JsonNode unreadable = additionalProperties.get("completed_at");
        return unreadable != null
                && (unreadable.isNumber()
                        ? unreadable.decimalValue().signum() > 0
                        : unreadable.isString()
                                && unreadable.stringValue().chars().anyMatch(Character::isDigit));
    }

    /** Some services write a time that is not set as one in the first year. */
    private static boolean isTime(int year) {
        return year > 1;
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
