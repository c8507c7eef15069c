package io.github.telnyxreactive.model.setting;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.github.telnyxreactive.internal.model.Models;

/**
 * How a message for an answering machine is created. Values unknown to this library are kept as received.
 *
 * @param value the value on the wire
 */
public record VoicemailMessageType(@JsonValue String value) {

    /** The assistant generates the message from a prompt. */
    public static final VoicemailMessageType PROMPT = new VoicemailMessageType("prompt");

    /** A given text is spoken. */
    public static final VoicemailMessageType MESSAGE = new VoicemailMessageType("message");

    /** The message that a warm transfer would play to the person who answers. */
    public static final VoicemailMessageType WARM_TRANSFER_INSTRUCTIONS =
            new VoicemailMessageType("warm_transfer_instructions");

    /**
     * Creates an instance with the given value, which need not be one of the constants.
     *
     * @param value the value on the wire
     */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public VoicemailMessageType {
        Models.required(value, "type");
    }

    @Override
    public String toString() {
        return value;
    }
}
