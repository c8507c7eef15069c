package io.github.telnyxreactive.model.setting;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.github.telnyxreactive.internal.model.Models;

/**
 * How an answering machine is looked for. Values unknown to this library are kept as received.
 *
 * @param value the value on the wire
 */
public record DetectionMode(@JsonValue String value) {

    /** With the premium detection. */
    public static final DetectionMode PREMIUM = new DetectionMode("premium");

    /** Not at all. */
    public static final DetectionMode DISABLED = new DetectionMode("disabled");

    /**
     * Creates an instance with the given value, which need not be one of the constants.
     *
     * @param value the value on the wire
     */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public DetectionMode {
        Models.required(value, "detection_mode");
    }

    @Override
    public String toString() {
        return value;
    }
}
