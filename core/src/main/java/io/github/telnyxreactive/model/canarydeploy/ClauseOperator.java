package io.github.telnyxreactive.model.canarydeploy;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.github.telnyxreactive.internal.model.Models;

/**
 * How an attribute is compared with values. Values unknown to this library are kept as received.
 *
 * @param value the value on the wire
 */
public record ClauseOperator(@JsonValue String value) {

    /** The attribute is one of the values. */
    public static final ClauseOperator IN = new ClauseOperator("in");

    /** The attribute is none of the values. */
    public static final ClauseOperator NOT_IN = new ClauseOperator("not_in");

    /** The attribute starts with one of the values. */
    public static final ClauseOperator STARTS_WITH = new ClauseOperator("starts_with");

    /**
     * Creates an instance with the given value, which need not be one of the constants.
     *
     * @param value the value on the wire
     */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public ClauseOperator {
        Models.required(value, "operator");
    }

    @Override
    public String toString() {
        return value;
    }
}
