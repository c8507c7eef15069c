package io.github.telnyxreactive.cli.internal.command;

import io.github.telnyxreactive.bulk.Percentage;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Parses a percentage, and refuses what looks like a fraction. */
public final class PercentageConverter implements ITypeConverter<Percentage> {

    /** Creates a converter. */
    public PercentageConverter() {}

    @Override
    public Percentage convert(String text) {
        try {
            return Percentage.parse(text);
        } catch (IllegalArgumentException e) {
            throw new TypeConversionException(e.getMessage());
        }
    }
}
