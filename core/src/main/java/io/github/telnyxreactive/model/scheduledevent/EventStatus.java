package io.github.telnyxreactive.model.scheduledevent;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.github.telnyxreactive.internal.model.Models;

/**
 * The status of a scheduled event. Values unknown to this library are kept as received.
 *
 * @param value the value on the wire
 */
public record EventStatus(@JsonValue String value) {

    /** The event is not due yet. */
    public static final EventStatus PENDING = new EventStatus("pending");

    /** The event is in progress. */
    public static final EventStatus IN_PROGRESS = new EventStatus("in_progress");

    /** The event completed. This status is final. */
    public static final EventStatus COMPLETED = new EventStatus("completed");

    /** The event failed. This status is final. */
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
