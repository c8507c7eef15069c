package io.github.telnyxreactive.model.integration;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.github.telnyxreactive.internal.model.Models;

/**
 * Whether an integration is connected. The service may know values that have no constant here; they are kept as they
 * came.
 *
 * @param value the name on the wire
 */
public record IntegrationStatus(@JsonValue String value) {

    /** It is. */
    public static final IntegrationStatus CONNECTED = new IntegrationStatus("connected");

    /** It is not. */
    public static final IntegrationStatus DISCONNECTED = new IntegrationStatus("disconnected");

    /**
     * Creates a value from its name on the wire.
     *
     * @param value the name on the wire
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
