package io.github.telnyxreactive.model.scheduledevent;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import io.github.telnyxreactive.internal.model.Models;
import io.github.telnyxreactive.model.Model;
import io.github.telnyxreactive.model.Omittable;
import io.github.telnyxreactive.model.limit.PhoneNumber;
import io.github.telnyxreactive.model.limit.Range;
import java.time.OffsetDateTime;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A request to schedule an event. A text message requires {@code text}.
 *
 * <p>API schema: {@code CreateScheduledEventRequest}.
 *
 * @param scheduledAtFixedDatetime when the event is due
 * @param telnyxAgentTarget the phone number in E.164 or the SIP URI from which the assistant calls or sends
 * @param telnyxConversationChannel the channel of the conversation
 * @param telnyxEndUserTarget the phone number in E.164 or the SIP URI of the end user
 * @param callSettings the settings of the call
 * @param conversationMetadata strings, integers and booleans to store with the conversation
 * @param dynamicVariables the dynamic variables of the conversation
 * @param maxRetriesClientErrors how many times to retry if the end user is busy or does not answer, 0 to 10
 * @param retryIntervalSecs how long to wait between two attempts, 60 to 86400 seconds
 * @param text the content of a text message
 * @param additionalProperties unknown fields, and known ones that are {@code null} or cannot be read, kept as received;
 *     never {@code null}
 */
@Model
public record CreateScheduledEventRequest(
        OffsetDateTime scheduledAtFixedDatetime,
        @PhoneNumber(sip = true) String telnyxAgentTarget,
        ConversationChannelType telnyxConversationChannel,
        @PhoneNumber(sip = true) String telnyxEndUserTarget,
        @Nullable ScheduledCallSettings callSettings,
        @Omittable Map<String, JsonNode> conversationMetadata,
        @Omittable Map<String, String> dynamicVariables,
        @Range(min = 0, max = 10) @Nullable Integer maxRetriesClientErrors,
        @Range(min = 60, max = 86400) @Nullable Integer retryIntervalSecs,
        @Nullable String text,
        @Omittable @JsonAnySetter @JsonAnyGetter Map<String, JsonNode> additionalProperties) {

    /** Validates required components and copies collections. */
    public CreateScheduledEventRequest {
        Models.required(scheduledAtFixedDatetime, "scheduled_at_fixed_datetime");
        Models.required(telnyxAgentTarget, "telnyx_agent_target");
        Models.required(telnyxConversationChannel, "telnyx_conversation_channel");
        Models.required(telnyxEndUserTarget, "telnyx_end_user_target");
        conversationMetadata = Models.map(conversationMetadata);
        dynamicVariables = Models.map(dynamicVariables);
        additionalProperties = Models.map(additionalProperties);
    }

    /**
     * Returns a builder; required components come first.
     *
     * @return the first stage of the builder
     */
    public static CreateScheduledEventRequestBuilder.ScheduledAtFixedDatetimeStage builder() {
        return CreateScheduledEventRequestBuilder.builder();
    }

    /**
     * Returns a builder initialized with the components of this value.
     *
     * @return a new builder
     */
    public CreateScheduledEventRequestBuilder toBuilder() {
        return CreateScheduledEventRequestBuilder.builder(this);
    }
}
