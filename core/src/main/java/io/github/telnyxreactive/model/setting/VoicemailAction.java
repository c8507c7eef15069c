package io.github.telnyxreactive.model.setting;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.github.telnyxreactive.internal.model.Models;

/**
 * What happens when an answering machine is detected. Which actions apply depends on where the setting is used: calls
 * of the assistant itself, transfers, or invitations. Values unknown to this library are kept as received.
 *
 * @param value the value on the wire
 */
public record VoicemailAction(@JsonValue String value) {

    /** The assistant stops. For calls of the assistant. */
    public static final VoicemailAction STOP_ASSISTANT = new VoicemailAction("stop_assistant");

    /** The assistant leaves a message and stops. For calls of the assistant. */
    public static final VoicemailAction LEAVE_MESSAGE_AND_STOP_ASSISTANT =
            new VoicemailAction("leave_message_and_stop_assistant");

    /** The assistant continues. For calls of the assistant. */
    public static final VoicemailAction CONTINUE_ASSISTANT = new VoicemailAction("continue_assistant");

    /** The call is ended. For transfers. */
    public static final VoicemailAction STOP_TRANSFER = new VoicemailAction("stop_transfer");

    /** A message is left, then the call is ended. For transfers. */
    public static final VoicemailAction LEAVE_MESSAGE_AND_STOP_TRANSFER =
            new VoicemailAction("leave_message_and_stop_transfer");

    /** The call is ended. For invitations. */
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
