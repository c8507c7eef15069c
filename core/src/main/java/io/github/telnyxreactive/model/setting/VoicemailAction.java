package io.github.telnyxreactive.model.setting;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.github.telnyxreactive.internal.model.Models;

/**
 * What happens when an answering machine is found. Which of them apply depends on where the setting stands: calls of
 * the assistant itself, a transfer, or an invitation. Values unknown to this library are kept as received.
 *
 * @param value the value on the wire
 */
public record VoicemailAction(@JsonValue String value) {

    /** The assistant stops; for calls of the assistant. */
    public static final VoicemailAction STOP_ASSISTANT = new VoicemailAction("stop_assistant");

    /** The assistant leaves a message and stops; for calls of the assistant. */
    public static final VoicemailAction LEAVE_MESSAGE_AND_STOP_ASSISTANT =
            new VoicemailAction("leave_message_and_stop_assistant");

    /** The assistant goes on; for calls of the assistant. */
    public static final VoicemailAction CONTINUE_ASSISTANT = new VoicemailAction("continue_assistant");

    /** The call is ended; for transfers. */
    public static final VoicemailAction STOP_TRANSFER = new VoicemailAction("stop_transfer");

    /** A message is left and the call is ended; for transfers. */
    public static final VoicemailAction LEAVE_MESSAGE_AND_STOP_TRANSFER =
            new VoicemailAction("leave_message_and_stop_transfer");

    /** The call is ended; for invitations. */
    public static final VoicemailAction STOP_INVITE = new VoicemailAction("stop_invite");

    /**
     * Creates an instance with the given value, which need not be one of the constants.
     *
     * @param value the value on the wire
     */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public VoicemailAction {
        Models.required(value, "action");
    }

    @Override
    public String toString() {
        return value;
    }
}
