package io.github.telnyxreactive.internal.json;

import java.math.BigDecimal;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.std.StdScalarDeserializer;

/** Reads numbers that a {@code double} has exactly, as it is written. */
final class ExactDoubleDeserializer extends StdScalarDeserializer<Double> {

    /** So many characters are at most so many digits, which a number between the limits below keeps. */
    private static final int EXACT_LENGTH = 15;

    private static final double SMALLEST = 1e-290;
    private static final double LARGEST = 1e290;

    ExactDoubleDeserializer() {
        super(Double.class);
    }

    @Override
    public Double deserialize(JsonParser parser, DeserializationContext context) {
        JsonToken token = parser.currentToken();
        if (token == null || !token.isNumeric()) {
            return (Double) context.handleUnexpectedToken(context.constructType(Double.class), parser);
        }
        double number = parser.getDoubleValue();
        double size = Math.abs(number);
        if (size > SMALLEST && size < LARGEST && parser.getStringLength() <= EXACT_LENGTH) {
            return number;
        }
        return Double.isInfinite(number) || BigDecimal.valueOf(number).compareTo(parser.getDecimalValue()) != 0
                ? (Double)
                        context.handleWeirdNumberValue(Double.class, number, "a double cannot hold all of its digits")
                : (Double) number;
    }
}
