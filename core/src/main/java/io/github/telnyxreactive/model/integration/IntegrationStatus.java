package io.github.telnyxreactive.model.integration;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.github.telnyxreactive.internal.model.Models;

/**
 * Whether an integration is connected. Values unknown to this library are kept as received.
 *
 * @param value the value on the wire
 */
public record IntegrationStatus(@JsonValue String value) {

    /** The integration is connected. */
    public static final IntegrationStatus CONNECTED = new IntegrationStatus("connected");

    /** The integration is not connected. */
    public static final IntegrationStatus DISCONNECTED = new IntegrationStatus("disconnected");

    /**
     * Creates an instance with the given value, which need not be one of the constants.
     *
     * @param value the value on the wire
     */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public IntegrationStatus {
        Models.required(value, "status");
    }

    @Override
    public String toString() {
        return value;
    }
}
