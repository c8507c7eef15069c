package io.github.telnyxreactive.model.setting;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.github.telnyxreactive.internal.model.Models;

/**
 * How an answering machine is looked for. The service may know values that have no constant here; they are kept as
 * they came.
 *
 * @param value the name on the wire
 */
public record DetectionMode(@JsonValue String value) {

    /** With the premium detection. */
    public static final DetectionMode PREMIUM = new DetectionMode("premium");

    /** Not at all. */
    public static final DetectionMode DISABLED = new DetectionMode("disabled");

    /**
     * Creates a value from its name on the wire.
     *
     * @param value the name on the wire
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
