package io.github.telnyxreactive.model.setting;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.github.telnyxreactive.internal.model.Models;

/**
 * What a message for an answering machine is made of. Values unknown to this library are kept as received.
 *
 * @param value the value on the wire
 */
public record VoicemailMessageType(@JsonValue String value) {

    /** The assistant makes it up from a prompt. */
    public static final VoicemailMessageType PROMPT = new VoicemailMessageType("prompt");

    /** A text that is spoken. */
    public static final VoicemailMessageType MESSAGE = new VoicemailMessageType("message");

    /** What a transfer would have told the person who answers. */
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
