package io.github.telnyxreactive.cli.internal.command.simulation;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Parses a percentage without decimals. */
final class PercentageConverter implements ITypeConverter<Integer> {

    static final int ALL = 100;

    @Override
    public Integer convert(String text) {
        try {
            int percentage = Integer.parseInt(text);
            if (percentage >= 0 && percentage <= ALL) {
                return percentage;
            }
        } catch (NumberFormatException e) {
            // Reported as any other value that is no percentage.
        }
        throw new TypeConversionException("'" + text + "' is not a whole number from 0 to " + ALL);
    }
}
