package io.github.telnyxreactive.model.setting;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.github.telnyxreactive.internal.model.Models;

/**
 * The noise suppression of calls. Values unknown to this library are kept as received.
 *
 * @param value the value on the wire
 */
public record NoiseSuppression(@JsonValue String value) {

    /** Krisp. */
    public static final NoiseSuppression KRISP = new NoiseSuppression("krisp");

    /** DeepFilterNet. */
    public static final NoiseSuppression DEEPFILTERNET = new NoiseSuppression("deepfilternet");

    /** No noise suppression. */
    public static final NoiseSuppression DISABLED = new NoiseSuppression("disabled");

    /**
     * Creates an instance with the given value, which need not be one of the constants.
     *
     * @param value the value on the wire
     */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public NoiseSuppression {
        Models.required(value, "noise_suppression");
    }

    @Override
    public String toString() {
        return value;
    }
}
