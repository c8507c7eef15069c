package io.github.telnyxreactive.model.setting;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.github.telnyxreactive.internal.model.Models;

/**
 * How Telnyx authenticates with an external language model. Values unknown to this library are kept as received.
 *
 * @param value the value on the wire
 */
public record AuthenticationMethod(@JsonValue String value) {

    /** With a token. */
    public static final AuthenticationMethod TOKEN = new AuthenticationMethod("token");

    /** With a client certificate. */
    public static final AuthenticationMethod CERTIFICATE = new AuthenticationMethod("certificate");

    /**
     * Creates an instance with the given value, which need not be one of the constants.
     *
     * @param value the value on the wire
     */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public AuthenticationMethod {
        Models.required(value, "authentication_method");
    }

    @Override
    public String toString() {
        return value;
    }
}
