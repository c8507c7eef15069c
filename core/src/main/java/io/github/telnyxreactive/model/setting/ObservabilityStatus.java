package io.github.telnyxreactive.model.setting;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.github.telnyxreactive.internal.model.Models;

/**
 * Whether conversations are reported to the observability service. The service may know values that have no constant
 * here; they are kept as they came.
 *
 * @param value the name on the wire
 */
public record ObservabilityStatus(@JsonValue String value) {

    /** They are. */
    public static final ObservabilityStatus ENABLED = new ObservabilityStatus("enabled");

    /** They are not. */
    public static final ObservabilityStatus DISABLED = new ObservabilityStatus("disabled");

    /**
     * Creates a value from its name on the wire.
     *
     * @param value the name on the wire
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
