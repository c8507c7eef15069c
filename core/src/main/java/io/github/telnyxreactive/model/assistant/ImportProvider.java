package io.github.telnyxreactive.model.assistant;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.github.telnyxreactive.internal.model.Models;

/**
 * A provider that assistants can be imported from. Values unknown to this library are kept as received.
 *
 * @param value the value on the wire
 */
public record ImportProvider(@JsonValue String value) {

    /** ElevenLabs. */
    public static final ImportProvider ELEVENLABS = new ImportProvider("elevenlabs");

    /** Vapi. */
    public static final ImportProvider VAPI = new ImportProvider("vapi");

    /** Retell. */
    public static final ImportProvider RETELL = new ImportProvider("retell");

    /**
     * Creates an instance with the given value, which need not be one of the constants.
     *
     * @param value the value on the wire
     */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public ImportProvider {
        Models.required(value, "provider");
    }

    @Override
    public String toString() {
        return value;
    }
}
