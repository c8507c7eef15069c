package io.github.telnyxreactive.model.setting;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.github.telnyxreactive.internal.model.Models;

/**
 * The format of a recording. Values unknown to this library are kept as received.
 *
 * @param value the value on the wire
 */
public record RecordingFormat(@JsonValue String value) {

    /** WAV. */
    public static final RecordingFormat WAV = new RecordingFormat("wav");

    /** MP3. */
    public static final RecordingFormat MP3 = new RecordingFormat("mp3");

    /**
     * Creates an instance with the given value, which need not be one of the constants.
     *
     * @param value the value on the wire
     */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public RecordingFormat {
        Models.required(value, "format");
    }

    @Override
    public String toString() {
        return value;
    }
}
