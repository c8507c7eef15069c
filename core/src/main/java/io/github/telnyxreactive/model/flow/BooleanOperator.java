package io.github.telnyxreactive.model.flow;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.github.telnyxreactive.internal.model.Models;

/**
 * How conditions are combined. The service may know values that have no constant here; they are kept as they came.
 *
 * @param value the name on the wire
 */
public record BooleanOperator(@JsonValue String value) {

    /** All of them; two or more operands. */
    public static final BooleanOperator AND = new BooleanOperator("and");

    /** One of them; two or more operands. */
    public static final BooleanOperator OR = new BooleanOperator("or");

    /** The opposite; one operand. */
    public static final BooleanOperator NOT = new BooleanOperator("not");

    /**
     * Creates a value from its name on the wire.
     *
     * @param value the name on the wire
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
