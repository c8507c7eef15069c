package io.github.telnyxreactive.model.setting;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.github.telnyxreactive.internal.model.Models;

/**
 * The colours of a widget. The service may know values that have no constant here; they are kept as they came.
 *
 * @param value the name on the wire
 */
public record WidgetTheme(@JsonValue String value) {

    /** Light. */
    public static final WidgetTheme LIGHT = new WidgetTheme("light");

    /** Dark. */
    public static final WidgetTheme DARK = new WidgetTheme("dark");

    /**
     * Creates a value from its name on the wire.
     *
     * @param value the name on the wire
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
