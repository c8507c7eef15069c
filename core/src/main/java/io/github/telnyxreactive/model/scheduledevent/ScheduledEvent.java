package io.github.telnyxreactive.model.scheduledevent;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import io.github.telnyxreactive.internal.model.Union;
import org.jspecify.annotations.Nullable;

/**
 * A call or a text message that an assistant makes or sends at a scheduled time.
 *
 * <p>The field {@code telnyx_conversation_channel} selects the implementation. Types unknown to this library are read
 * as {@link UnknownScheduledEvent}.
 */
@Union(by = "telnyx_conversation_channel", unknown = UnknownScheduledEvent.class)
@JsonSubTypes({
    @JsonSubTypes.Type(value = ScheduledPhoneCall.class, name = "phone_call"),
    @JsonSubTypes.Type(value = ScheduledSms.class, name = "sms_chat")
})
public sealed interface ScheduledEvent permits ScheduledPhoneCall, ScheduledSms, UnknownScheduledEvent {

    /**
     * Returns the channel of the conversation.
     *
     * @return the value of the field {@code telnyx_conversation_channel}, {@code null} if it is absent
     */
    @Nullable String telnyxConversationChannel();
}
