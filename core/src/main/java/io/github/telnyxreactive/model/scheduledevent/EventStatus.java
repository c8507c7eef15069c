package io.github.telnyxreactive.model.scheduledevent;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.github.telnyxreactive.internal.model.Models;

/**
 * How far a scheduled event has come. Values unknown to this library are kept as received.
 *
 * @param value the value on the wire
 */
public record EventStatus(@JsonValue String value) {

    /** Not due yet. */
    public static final EventStatus PENDING = new EventStatus("pending");

    /** Under way. */
    public static final EventStatus IN_PROGRESS = new EventStatus("in_progress");

    /** Done. Final. */
    public static final EventStatus COMPLETED = new EventStatus("completed");

    /** Failed. Final. */
    public static final EventStatus FAILED = new EventStatus("failed");

    /**
     * Creates an instance with the given value, which need not be one of the constants.
     *
     * @param value the value on the wire
     */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public EventStatus {
        Models.required(value, "status");
    }

    @Override
    public String toString() {
        return value;
    }
}
