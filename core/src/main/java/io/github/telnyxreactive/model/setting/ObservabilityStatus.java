package io.github.telnyxreactive.model.setting;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.github.telnyxreactive.internal.model.Models;

/**
 * Whether conversations are reported to the observability service. Values unknown to this library are kept as received.
 *
 * @param value the value on the wire
 */
public record ObservabilityStatus(@JsonValue String value) {

    /** Conversations are reported. */
    public static final ObservabilityStatus ENABLED = new ObservabilityStatus("enabled");

    /** Conversations are not reported. */
    public static final ObservabilityStatus DISABLED = new ObservabilityStatus("disabled");

    /**
     * Creates an instance with the given value, which need not be one of the constants.
     *
     * @param value the value on the wire
     */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public ObservabilityStatus {
        Models.required(value, "status");
    }

    @Override
    public String toString() {
        return value;
    }
}
