package io.github.telnyxreactive.model.setting;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.github.telnyxreactive.internal.model.Models;

/**
 * Which voice speaks after a handoff to another assistant. Values unknown to this library are kept as received.
 *
 * @param value the value on the wire
 */
public record VoiceMode(@JsonValue String value) {

    /** All assistants speak with the same voice, so that the user does not notice the handoff. */
    public static final VoiceMode UNIFIED = new VoiceMode("unified");

    /** Each assistant speaks with its own voice. */
    public static final VoiceMode DISTINCT = new VoiceMode("distinct");

    /**
     * Creates an instance with the given value, which need not be one of the constants.
     *
     * @param value the value on the wire
     */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public VoiceMode {
        Models.required(value, "voice_mode");
    }

    @Override
    public String toString() {
        return value;
    }
}
