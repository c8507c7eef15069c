package io.github.telnyxreactive.cli.internal.command.gate;

import io.github.telnyxreactive.bulk.Percentage;
import io.github.telnyxreactive.gate.GateAction;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * Parses a share of the conversations in per cent. A bare 1 is one per cent, since all conversations are no share of a
 * canary deploy; a bare value below that looks like a fraction.
 */
final class ShareConverter implements ITypeConverter<Double> {

    @Override
    public Double convert(String text) {
        try {
            double share =
                    text.equals("1") ? 1.0 : Percentage.parse(text).value().doubleValue();
            return new GateAction.Canary(share).percentage();
        } catch (IllegalArgumentException e) {
            throw new TypeConversionException(e.getMessage());
        }
    }
}
