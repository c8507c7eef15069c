package io.github.telnyxreactive.model.setting;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.github.telnyxreactive.internal.model.Models;

/**
 * Whose voice speaks after a conversation was handed to another assistant. The service may know values that have no
 * constant here; they are kept as they came.
 *
 * @param value the name on the wire
 */
public record VoiceMode(@JsonValue String value) {

    /** All assistants speak with the same voice, so that nobody notices. */
    public static final VoiceMode UNIFIED = new VoiceMode("unified");

    /** Each assistant speaks with its own voice. */
    public static final VoiceMode DISTINCT = new VoiceMode("distinct");

    /**
     * Creates a value from its name on the wire.
     *
     * @param value the name on the wire
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
