package io.github.telnyxreactive.model.setting;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.github.telnyxreactive.internal.model.Models;

/**
 * How a widget is placed on its page. The service may know values that have no constant here; they are kept as they
 * came.
 *
 * @param value the name on the wire
 */
public record WidgetPosition(@JsonValue String value) {

    /** Over the page. */
    public static final WidgetPosition FIXED = new WidgetPosition("fixed");

    /** In the flow of the page. */
    public static final WidgetPosition STATIC = new WidgetPosition("static");

    /**
     * Creates a value from its name on the wire.
     *
     * @param value the name on the wire
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
