package io.github.telnyxreactive.model.flow;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.github.telnyxreactive.internal.model.Models;

/**
 * How what a node says goes together with what the assistant says. Values unknown to this library are kept as received.
 *
 * @param value the value on the wire
 */
public record CombinationMode(@JsonValue String value) {

    /** It takes its place. */
    public static final CombinationMode REPLACE = new CombinationMode("replace");

    /** It is added to it. */
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
