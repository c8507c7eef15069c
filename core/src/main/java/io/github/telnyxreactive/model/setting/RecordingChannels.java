package io.github.telnyxreactive.model.setting;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.github.telnyxreactive.internal.model.Models;

/**
 * The channels of a recording. Values unknown to this library are kept as received.
 *
 * @param value the value on the wire
 */
public record RecordingChannels(@JsonValue String value) {

    /** One channel for all participants. */
    public static final RecordingChannels SINGLE = new RecordingChannels("single");

    /** One channel for each side. */
    public static final RecordingChannels DUAL = new RecordingChannels("dual");

    /**
     * Creates an instance with the given value, which need not be one of the constants.
     *
     * @param value the value on the wire
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
