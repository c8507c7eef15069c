package io.github.telnyxreactive.model.scheduledevent;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import io.github.telnyxreactive.internal.model.Models;
import io.github.telnyxreactive.model.Model;
import io.github.telnyxreactive.model.Omittable;
import io.github.telnyxreactive.model.Required;
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
 * @param additionalProperties unknown fields, and known ones that are {@code null} or cannot be read, kept as received;
 *     never {@code null}
 */
@Model
public record ScheduledCallAttempt(
        @Required @Nullable Integer attemptNumber,
        @Required @Nullable OffsetDateTime attemptedAt,
        @Required @Nullable String callStatus,
        @Nullable Integer callDuration,
        @Nullable String telnyxCallControlId,
        @Omittable @JsonAnySetter @JsonAnyGetter Map<String, JsonNode> additionalProperties) {

    /** Copies collections. */
    public ScheduledCallAttempt {
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
