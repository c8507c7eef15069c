package io.github.telnyxreactive.model.assistant;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.github.telnyxreactive.internal.model.Models;

/**
 * A channel that an assistant can be reached by. The service may know values that have no constant here; they are
 * kept as they came.
 *
 * @param value the name on the wire
 */
public record EnabledFeature(@JsonValue String value) {

    /** Calls. */
    public static final EnabledFeature TELEPHONY = new EnabledFeature("telephony");

    /** Text messages. */
    public static final EnabledFeature MESSAGING = new EnabledFeature("messaging");

    /**
     * Creates a value from its name on the wire.
     *
     * @param value the name on the wire
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
