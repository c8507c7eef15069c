package io.github.telnyxreactive.model.setting;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.github.telnyxreactive.internal.model.Models;

/**
 * The initial state of a widget. Values unknown to this library are kept as received.
 *
 * @param value the value on the wire
 */
public record WidgetState(@JsonValue String value) {

    /** The widget is expanded. */
    public static final WidgetState EXPANDED = new WidgetState("expanded");

    /** The widget is collapsed. */
    public static final WidgetState COLLAPSED = new WidgetState("collapsed");

    /**
     * Creates an instance with the given value, which need not be one of the constants.
     *
     * @param value the value on the wire
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
