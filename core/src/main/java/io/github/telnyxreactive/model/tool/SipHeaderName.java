package io.github.telnyxreactive.model.tool;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.github.telnyxreactive.internal.model.Models;

/**
 * A SIP header that a refer may carry. The service may know values that have no constant here; they are kept as they
 * came.
 *
 * @param value the name on the wire
 */
public record SipHeaderName(@JsonValue String value) {

    /** User-to-User. */
    public static final SipHeaderName USER_TO_USER = new SipHeaderName("User-to-User");

    /** Diversion. */
    public static final SipHeaderName DIVERSION = new SipHeaderName("Diversion");

    /**
     * Creates a value from its name on the wire.
     *
     * @param value the name on the wire
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
