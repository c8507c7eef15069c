package io.github.telnyxreactive.model.setting;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.github.telnyxreactive.internal.model.Models;

/**
 * How a widget is shown at first. The service may know values that have no constant here; they are kept as they came.
 *
 * @param value the name on the wire
 */
public record WidgetState(@JsonValue String value) {

    /** Opened. */
    public static final WidgetState EXPANDED = new WidgetState("expanded");

    /** Closed. */
    public static final WidgetState COLLAPSED = new WidgetState("collapsed");

    /**
     * Creates a value from its name on the wire.
     *
     * @param value the name on the wire
     */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public WidgetState {
        Models.required(value, "default_state");
    }

    @Override
    public String toString() {
        return value;
    }
}
