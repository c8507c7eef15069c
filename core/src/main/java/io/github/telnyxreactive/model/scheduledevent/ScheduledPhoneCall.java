package io.github.telnyxreactive.model.scheduledevent;

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
 * A scheduled call.
 *
 * <p>API schema: {@code ScheduledPhoneCallEventResponse}.
 *
 * @param telnyxConversationChannel always {@code phone_call}
 * @param assistantId the id of the assistant
 * @param scheduledAtFixedDatetime when the event is due
 * @param telnyxAgentTarget the phone number or SIP URI from which the assistant calls
 * @param telnyxEndUserTarget the phone number or SIP URI of the end user
 * @param callAttempts the attempts so far
 * @param callDuration the duration of the call, in seconds
 * @param callSettings the settings of the call
 * @param callStatus the status of the call: busy, canceled, no-answer, ringing, completed, failed or in-progress
 * @param dispatchedAt when the call was made
 * @param maxRetriesClientErrors how many times the call is retried if the end user is busy or does not answer
 * @param retryAttempts how many more times the call is attempted
 * @param retryIntervalSecs how long to wait between two attempts, in seconds
 * @param conversationId the id of the conversation
 * @param conversationMetadata strings, integers and booleans stored with the conversation
 * @param createdAt when the event was created
 * @param dynamicVariables the dynamic variables of the conversation
 * @param errors the errors that occurred
 * @param retryCount the number of retries so far
 * @param scheduledEventId the id of the event
 * @param status the status of the event
 * @param additionalProperties unknown fields, and known ones that are {@code null} or cannot be read, kept as received;
 *     never {@code null}
 */
@Model
public record ScheduledPhoneCall(
        @Omittable String telnyxConversationChannel,
        @Required @Nullable String assistantId,
        @Required @Nullable OffsetDateTime scheduledAtFixedDatetime,
        @Required @Nullable String telnyxAgentTarget,
        @Required @Nullable String telnyxEndUserTarget,
        @Omittable List<ScheduledCallAttempt> callAttempts,
        @Nullable Integer callDuration,
        @Nullable ScheduledCallSettings callSettings,
        @Nullable String callStatus,
        @Nullable OffsetDateTime dispatchedAt,
        @Nullable Integer maxRetriesClientErrors,
        @Nullable Integer retryAttempts,
        @Nullable Integer retryIntervalSecs,
        @Nullable String conversationId,
        @Omittable Map<String, JsonNode> conversationMetadata,
        @Nullable OffsetDateTime createdAt,
        @Omittable Map<String, String> dynamicVariables,
        @Omittable List<String> errors,
        @Nullable Integer retryCount,
        @Nullable String scheduledEventId,
        @Nullable EventStatus status,
        @Omittable @JsonAnySetter @JsonAnyGetter Map<String, JsonNode> additionalProperties)
        implements ScheduledEvent {

    /** The value of the discriminator field {@code telnyx_conversation_channel}. */
    public static final String TYPE = "phone_call";

    /**
     * Copies collections; {@code telnyxConversationChannel} is always {@link #TYPE}.
     */
    public ScheduledPhoneCall {
        telnyxConversationChannel = TYPE;
        callAttempts = Models.list(callAttempts);
        conversationMetadata = Models.map(conversationMetadata);
        dynamicVariables = Models.map(dynamicVariables);
        errors = Models.list(errors);
        additionalProperties = Models.map(additionalProperties);
    }

    /**
     * Returns a builder; required components come first.
     *
     * @return the first stage of the builder
     */
    public static ScheduledPhoneCallBuilder.AssistantIdStage builder() {
        return ScheduledPhoneCallBuilder.builder();
    }

    /**
     * Returns a builder initialized with the components of this value.
     *
     * @return a new builder
     */
    public ScheduledPhoneCallBuilder toBuilder() {
        return ScheduledPhoneCallBuilder.builder(this);
    }
}
