package io.github.telnyxreactive.model.setting;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.github.telnyxreactive.internal.model.Models;

/**
 * How a widget is positioned on a web page. Values unknown to this library are kept as received.
 *
 * @param value the value on the wire
 */
public record WidgetPosition(@JsonValue String value) {

    /** Fixed above the page. */
    public static final WidgetPosition FIXED = new WidgetPosition("fixed");

    /** In the normal flow of the page. */
    public static final WidgetPosition STATIC = new WidgetPosition("static");

    /**
     * Creates an instance with the given value, which need not be one of the constants.
     *
     * @param value the value on the wire
     */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public WidgetPosition {
        Models.required(value, "position");
    }

    @Override
    public String toString() {
        return value;
    }
}
