package io.github.telnyxreactive.model.scheduledevent;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.github.telnyxreactive.internal.model.Models;

/**
 * The region from which a call is made. Values unknown to this library are kept as received.
 *
 * @param value the value on the wire
 */
public record SipRegion(@JsonValue String value) {

    /** The United States. */
    public static final SipRegion US = new SipRegion("US");

    /** Europe. */
    public static final SipRegion EUROPE = new SipRegion("Europe");

    /** Canada. */
    public static final SipRegion CANADA = new SipRegion("Canada");

    /** Australia. */
    public static final SipRegion AUSTRALIA = new SipRegion("Australia");

    /** The Middle East. */
    public static final SipRegion MIDDLE_EAST = new SipRegion("Middle East");

    /**
     * Creates an instance with the given value, which need not be one of the constants.
     *
     * @param value the value on the wire
     */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public SipRegion {
        Models.required(value, "sip_region");
    }

    @Override
    public String toString() {
        return value;
    }
}
