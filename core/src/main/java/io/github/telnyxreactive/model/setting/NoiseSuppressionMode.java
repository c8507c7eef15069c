package io.github.telnyxreactive.model.setting;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.github.telnyxreactive.internal.model.Models;

/**
 * A mode of noise suppression. Values unknown to this library are kept as received.
 *
 * @param value the value on the wire
 */
public record NoiseSuppressionMode(@JsonValue String value) {

    /** The advanced mode. */
    public static final NoiseSuppressionMode ADVANCED = new NoiseSuppressionMode("advanced");

    /**
     * Creates an instance with the given value, which need not be one of the constants.
     *
     * @param value the value on the wire
     */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public NoiseSuppressionMode {
        Models.required(value, "mode");
    }

    @Override
    public String toString() {
        return value;
    }
}
