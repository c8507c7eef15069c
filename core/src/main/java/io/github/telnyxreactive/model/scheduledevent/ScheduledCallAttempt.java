package io.github.telnyxreactive.model.scheduledevent;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import io.github.telnyxreactive.internal.model.Models;
import io.github.telnyxreactive.model.Model;
import io.github.telnyxreactive.model.Omittable;
import java.time.OffsetDateTime;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * An attempt at a scheduled call.
 *
 * <p>API schema: {@code AssistantScheduledCallAttempt}.
 *
 * @param attemptNumber the number of the attempt
 * @param attemptedAt when the attempt was made
 * @param callStatus the status of the call: busy, canceled, no-answer, ringing, completed, failed or in-progress
 * @param callDuration the duration of the call, in seconds
 * @param telnyxCallControlId the call control id
 * @param additionalProperties unknown fields, kept as received; never {@code null}
 */
@Model
public record ScheduledCallAttempt(
        Integer attemptNumber,
        OffsetDateTime attemptedAt,
        String callStatus,
        @Nullable Integer callDuration,
        @Nullable String telnyxCallControlId,
        @Omittable @JsonAnySetter @JsonAnyGetter Map<String, JsonNode> additionalProperties) {

    /** Validates required components and copies collections. */
    public ScheduledCallAttempt {
        Models.required(attemptNumber, "attempt_number");
        Models.required(attemptedAt, "attempted_at");
        Models.required(callStatus, "call_status");
        additionalProperties = Models.map(additionalProperties);
    }

    /**
     * Returns a builder; required components come first.
     *
     * @return the first stage of the builder
     */
    public static ScheduledCallAttemptBuilder.AttemptNumberStage builder() {
        return ScheduledCallAttemptBuilder.builder();
    }

    /**
     * Returns a builder initialized with the components of this value.
     *
     * @return a new builder
     */
    public ScheduledCallAttemptBuilder toBuilder() {
        return ScheduledCallAttemptBuilder.builder(this);
    }
}
