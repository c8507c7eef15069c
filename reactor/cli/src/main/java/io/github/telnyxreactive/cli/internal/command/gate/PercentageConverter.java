package io.github.telnyxreactive.cli.internal.command.gate;

import io.github.telnyxreactive.gate.Percentage;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Parses a percentage, and refuses what looks like a fraction. */
final class PercentageConverter implements ITypeConverter<Percentage> {

    @Override
    public Percentage convert(String text) {
        try {
            return Percentage.parse(text);
        } catch (IllegalArgumentException e) {
            throw new TypeConversionException(e.getMessage());
        }
    }
}
