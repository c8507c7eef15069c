package io.github.telnyxreactive.model.flow;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.github.telnyxreactive.internal.model.Models;

/**
 * How a setting of a node combines with that of the assistant. Values unknown to this library are kept as received.
 *
 * @param value the value on the wire
 */
public record CombinationMode(@JsonValue String value) {

    /** The setting of the node replaces that of the assistant. */
    public static final CombinationMode REPLACE = new CombinationMode("replace");

    /** The setting of the node is added to that of the assistant. */
    public static final CombinationMode APPEND = new CombinationMode("append");

    /**
     * Creates an instance with the given value, which need not be one of the constants.
     *
     * @param value the value on the wire
     */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public CombinationMode {
        Models.required(value, "mode");
    }

    @Override
    public String toString() {
        return value;
    }
}
