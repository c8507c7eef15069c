package io.github.telnyxreactive.model.tool;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.github.telnyxreactive.internal.model.Models;

/**
 * The name of a header that a SIP REFER request may carry. Values unknown to this library are kept as received.
 *
 * @param value the value on the wire
 */
public record SipHeaderName(@JsonValue String value) {

    /** User-to-User. */
    public static final SipHeaderName USER_TO_USER = new SipHeaderName("User-to-User");

    /** Diversion. */
    public static final SipHeaderName DIVERSION = new SipHeaderName("Diversion");

    /**
     * Creates an instance with the given value, which need not be one of the constants.
     *
     * @param value the value on the wire
     */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public SipHeaderName {
        Models.required(value, "name");
    }

    @Override
    public String toString() {
        return value;
    }
}
