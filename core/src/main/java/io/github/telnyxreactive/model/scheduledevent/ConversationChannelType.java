package io.github.telnyxreactive.model.scheduledevent;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.github.telnyxreactive.internal.model.Models;

/**
 * How the assistant gets in touch. The service may know values that have no constant here; they are kept as they
 * came.
 *
 * @param value the name on the wire
 */
public record ConversationChannelType(@JsonValue String value) {

    /** By a call. */
    public static final ConversationChannelType PHONE_CALL = new ConversationChannelType("phone_call");

    /** By a text message. */
    public static final ConversationChannelType SMS_CHAT = new ConversationChannelType("sms_chat");

    /**
     * Creates a value from its name on the wire.
     *
     * @param value the name on the wire
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
