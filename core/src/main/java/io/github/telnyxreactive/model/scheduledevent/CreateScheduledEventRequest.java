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
 * A new event. A text message needs a text.
 *
 * <p>API schema: {@code CreateScheduledEventRequest}.
 *
 * @param scheduledAtFixedDatetime when it is due
 * @param telnyxAgentTarget the phone number in E.164 or the SIP URI that gets in touch
 * @param telnyxConversationChannel how it gets in touch
 * @param telnyxEndUserTarget the phone number in E.164 or the SIP URI that is got in touch with
 * @param callSettings how the call is made
 * @param conversationMetadata texts, whole numbers and truth values to keep with the conversation
 * @param dynamicVariables the dynamic variables of the conversation
 * @param maxRetriesClientErrors how many times it is tried again if the other side is busy or does not answer, 0 to
 *     10
 * @param retryIntervalSecs how long to wait between two attempts, 60 to 86400 seconds
 * @param text the message, for a text message
 * @param additionalProperties the fields that have no component here, as they came; never {@code null}
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

    /** Checks that what is required is there, and copies what could change. */
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
     * Starts a new value, with the required components first.
     *
     * @return the first stage of the builder
     */
    public static CreateScheduledEventRequestBuilder.ScheduledAtFixedDatetimeStage builder() {
        return CreateScheduledEventRequestBuilder.builder();
    }

    /**
     * Starts from this value, to change some of it.
     *
     * @return a builder that holds every component of this value
     */
    public CreateScheduledEventRequestBuilder toBuilder() {
        return CreateScheduledEventRequestBuilder.builder(this);
    }
}
