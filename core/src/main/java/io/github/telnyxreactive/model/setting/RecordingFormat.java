package io.github.telnyxreactive.model.setting;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.github.telnyxreactive.internal.model.Models;

/**
 * The format of a recording. The service may know values that have no constant here; they are kept as they came.
 *
 * @param value the name on the wire
 */
public record RecordingFormat(@JsonValue String value) {

    /** WAV. */
    public static final RecordingFormat WAV = new RecordingFormat("wav");

    /** MP3. */
    public static final RecordingFormat MP3 = new RecordingFormat("mp3");

    /**
     * Creates a value from its name on the wire.
     *
     * @param value the name on the wire
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
