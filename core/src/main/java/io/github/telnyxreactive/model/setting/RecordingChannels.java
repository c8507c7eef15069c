package io.github.telnyxreactive.model.setting;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.github.telnyxreactive.internal.model.Models;

/**
 * How many channels a recording has. The service may know values that have no constant here; they are kept as they
 * came.
 *
 * @param value the name on the wire
 */
public record RecordingChannels(@JsonValue String value) {

    /** One for everybody. */
    public static final RecordingChannels SINGLE = new RecordingChannels("single");

    /** One for each side. */
    public static final RecordingChannels DUAL = new RecordingChannels("dual");

    /**
     * Creates a value from its name on the wire.
     *
     * @param value the name on the wire
     */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public RecordingChannels {
        Models.required(value, "channels");
    }

    @Override
    public String toString() {
        return value;
    }
}
