package io.github.telnyxreactive.model.setting;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.github.telnyxreactive.internal.model.Models;

/**
 * The theme of a widget. Values unknown to this library are kept as received.
 *
 * @param value the value on the wire
 */
public record WidgetTheme(@JsonValue String value) {

    /** The light theme. */
    public static final WidgetTheme LIGHT = new WidgetTheme("light");

    /** The dark theme. */
    public static final WidgetTheme DARK = new WidgetTheme("dark");

    /**
     * Creates an instance with the given value, which need not be one of the constants.
     *
     * @param value the value on the wire
     */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public WidgetTheme {
        Models.required(value, "theme");
    }

    @Override
    public String toString() {
        return value;
    }
}
