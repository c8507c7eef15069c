package io.github.telnyxreactive.model.flow;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.github.telnyxreactive.internal.model.Models;

/**
 * A comparison operator. Values unknown to this library are kept as received.
 *
 * @param value the value on the wire
 */
public record ComparisonOperator(@JsonValue String value) {

    /** Equal. */
    public static final ComparisonOperator EQUAL = new ComparisonOperator("==");

    /** Not equal. */
    public static final ComparisonOperator NOT_EQUAL = new ComparisonOperator("!=");

    /** Less than. */
    public static final ComparisonOperator LESS = new ComparisonOperator("<");

    /** Less than or equal. */
    public static final ComparisonOperator LESS_OR_EQUAL = new ComparisonOperator("<=");

    /** Greater than. */
    public static final ComparisonOperator GREATER = new ComparisonOperator(">");

    /** Greater than or equal. */
    public static final ComparisonOperator GREATER_OR_EQUAL = new ComparisonOperator(">=");

    /** The left operand contains the right one. */
    public static final ComparisonOperator CONTAINS = new ComparisonOperator("contains");

    /** The left operand does not contain the right one. */
    public static final ComparisonOperator NOT_CONTAINS = new ComparisonOperator("not_contains");

    /**
     * Creates an instance with the given value, which need not be one of the constants.
     *
     * @param value the value on the wire
     */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public ComparisonOperator {
        Models.required(value, "op");
    }

    @Override
    public String toString() {
        return value;
    }
}
