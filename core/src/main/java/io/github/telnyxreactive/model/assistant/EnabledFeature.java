package io.github.telnyxreactive.model.assistant;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.github.telnyxreactive.internal.model.Models;

/**
 * A channel through which an assistant can be reached. Values unknown to this library are kept as received.
 *
 * @param value the value on the wire
 */
public record EnabledFeature(@JsonValue String value) {

    /** Calls. */
    public static final EnabledFeature TELEPHONY = new EnabledFeature("telephony");

    /** Text messages. */
    public static final EnabledFeature MESSAGING = new EnabledFeature("messaging");

    /**
     * Creates an instance with the given value, which need not be one of the constants.
     *
     * @param value the value on the wire
     */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public EnabledFeature {
        Models.required(value, "enabled_features");
    }

    @Override
    public String toString() {
        return value;
    }
}
