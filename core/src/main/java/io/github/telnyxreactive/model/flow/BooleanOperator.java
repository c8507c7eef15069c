package io.github.telnyxreactive.model.flow;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.github.telnyxreactive.internal.model.Models;

/**
 * A boolean operator. Values unknown to this library are kept as received.
 *
 * @param value the value on the wire
 */
public record BooleanOperator(@JsonValue String value) {

    /** True if all operands are; takes two or more. */
    public static final BooleanOperator AND = new BooleanOperator("and");

    /** True if at least one operand is; takes two or more. */
    public static final BooleanOperator OR = new BooleanOperator("or");

    /** True if the operand is not; takes exactly one. */
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
