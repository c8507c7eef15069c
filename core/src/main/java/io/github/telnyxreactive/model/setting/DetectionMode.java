package io.github.telnyxreactive.model.setting;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.github.telnyxreactive.internal.model.Models;

/**
 * How answering machines are detected. Values unknown to this library are kept as received.
 *
 * @param value the value on the wire
 */
public record DetectionMode(@JsonValue String value) {

    /** Premium detection. */
    public static final DetectionMode PREMIUM = new DetectionMode("premium");

    /** No detection. */
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
