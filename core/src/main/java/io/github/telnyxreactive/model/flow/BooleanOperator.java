package io.github.telnyxreactive.model.flow;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.github.telnyxreactive.internal.model.Models;

/**
 * How conditions are combined. Values unknown to this library are kept as received.
 *
 * @param value the value on the wire
 */
public record BooleanOperator(@JsonValue String value) {

    /** All of them; two or more operands. */
    public static final BooleanOperator AND = new BooleanOperator("and");

    /** One of them; two or more operands. */
    public static final BooleanOperator OR = new BooleanOperator("or");

    /** The opposite; one operand. */
    public static final BooleanOperator NOT = new BooleanOperator("not");

    /**
     * Creates an instance with the given value, which need not be one of the constants.
     *
     * @param value the value on the wire
     */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public BooleanOperator {
        Models.required(value, "op");
    }

    @Override
    public String toString() {
        return value;
    }
}
