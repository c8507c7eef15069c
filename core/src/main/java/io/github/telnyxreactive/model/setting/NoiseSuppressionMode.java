package io.github.telnyxreactive.model.setting;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.github.telnyxreactive.internal.model.Models;

/**
 * How noise is suppressed. The service may know values that have no constant here; they are kept as they came.
 *
 * @param value the name on the wire
 */
public record NoiseSuppressionMode(@JsonValue String value) {

    /** The advanced mode. */
    public static final NoiseSuppressionMode ADVANCED = new NoiseSuppressionMode("advanced");

    /**
     * Creates a value from its name on the wire.
     *
     * @param value the name on the wire
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
