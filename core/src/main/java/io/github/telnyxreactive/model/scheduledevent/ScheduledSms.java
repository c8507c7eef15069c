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
 * A scheduled text message.
 *
 * <p>API schema: {@code ScheduledSmsEventResponse}.
 *
 * @param telnyxConversationChannel always {@code sms_chat}
 * @param assistantId the id of the assistant
 * @param scheduledAtFixedDatetime when the event is due
 * @param telnyxAgentTarget the phone number or SIP URI from which the assistant sends
 * @param telnyxEndUserTarget the phone number or SIP URI of the end user
 * @param text the content of the message
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
public record ScheduledSms(
        @Omittable String telnyxConversationChannel,
        @Required @Nullable String assistantId,
        @Required @Nullable OffsetDateTime scheduledAtFixedDatetime,
        @Required @Nullable String telnyxAgentTarget,
        @Required @Nullable String telnyxEndUserTarget,
        @Required @Nullable String text,
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
    public static final String TYPE = "sms_chat";

    /**
     * Copies collections; {@code telnyxConversationChannel} is always {@link #TYPE}.
     */
    public ScheduledSms {
        telnyxConversationChannel = TYPE;
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
    public static ScheduledSmsBuilder.AssistantIdStage builder() {
        return ScheduledSmsBuilder.builder();
    }

    /**
     * Returns a builder initialized with the components of this value.
     *
     * @return a new builder
     */
    public ScheduledSmsBuilder toBuilder() {
        return ScheduledSmsBuilder.builder(this);
    }
}
