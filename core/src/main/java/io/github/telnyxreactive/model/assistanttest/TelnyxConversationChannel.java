package io.github.telnyxreactive.model.assistanttest;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.github.telnyxreactive.internal.model.Models;

/**
 * The channel over which a test talks to the assistant. Values unknown to this library are kept as received.
 *
 * @param value the value on the wire
 */
public record TelnyxConversationChannel(@JsonValue String value) {

    /** A telephone call. */
    public static final TelnyxConversationChannel PHONE_CALL = new TelnyxConversationChannel("phone_call");

    /** A call from a web page. */
    public static final TelnyxConversationChannel WEB_CALL = new TelnyxConversationChannel("web_call");

    /** A conversation by text message. */
    public static final TelnyxConversationChannel SMS_CHAT = new TelnyxConversationChannel("sms_chat");

    /** A chat on a web page. The service uses this channel for a test that does not specify one. */
    public static final TelnyxConversationChannel WEB_CHAT = new TelnyxConversationChannel("web_chat");

    /**
     * Creates an instance with the given value, which need not be one of the constants.
     *
     * @param value the value on the wire
     */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public TelnyxConversationChannel {
        Models.required(value, "telnyx_conversation_channel");
    }

    @Override
    public String toString() {
        return value;
    }
}
