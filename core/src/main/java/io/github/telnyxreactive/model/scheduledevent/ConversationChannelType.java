package io.github.telnyxreactive.model.scheduledevent;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.github.telnyxreactive.internal.model.Models;

/**
 * The channel over which an assistant contacts the end user. Values unknown to this library are kept as received.
 *
 * @param value the value on the wire
 */
public record ConversationChannelType(@JsonValue String value) {

    /** A phone call. */
    public static final ConversationChannelType PHONE_CALL = new ConversationChannelType("phone_call");

    /** A text message. */
    public static final ConversationChannelType SMS_CHAT = new ConversationChannelType("sms_chat");

    /**
     * Creates an instance with the given value, which need not be one of the constants.
     *
     * @param value the value on the wire
     */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public ConversationChannelType {
        Models.required(value, "telnyx_conversation_channel");
    }

    @Override
    public String toString() {
        return value;
    }
}
