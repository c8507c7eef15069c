package io.github.telnyxreactive.model.flow;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.github.telnyxreactive.internal.model.Models;

/**
 * An arithmetic operator. Values unknown to this library are kept as received.
 *
 * @param value the value on the wire
 */
public record ArithmeticOperator(@JsonValue String value) {

    /** Sum. */
    public static final ArithmeticOperator PLUS = new ArithmeticOperator("+");

    /** Difference. */
    public static final ArithmeticOperator MINUS = new ArithmeticOperator("-");

    /** Product. */
    public static final ArithmeticOperator TIMES = new ArithmeticOperator("*");

    /** Quotient. */
    public static final ArithmeticOperator DIVIDED_BY = new ArithmeticOperator("/");

    /** Remainder. */
    public static final ArithmeticOperator REMAINDER = new ArithmeticOperator("%");

    /**
     * Creates an instance with the given value, which need not be one of the constants.
     *
     * @param value the value on the wire
     */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public ArithmeticOperator {
        Models.required(value, "op");
    }

    @Override
    public String toString() {
        return value;
    }
}
