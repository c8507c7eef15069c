package io.github.telnyxreactive.cli.internal.command;

import io.github.telnyxreactive.cli.internal.console.GivenArguments;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads text as it was given, even if Java could not decode it with the charset of the locale. */
public final class GivenTextConverter implements ITypeConverter<String> {

    /** Creates a converter. */
    public GivenTextConverter() {}

    @Override
    public String convert(String value) {
        try {
            return GivenArguments.ofThisProcess().restored(value);
        } catch (IllegalArgumentException e) {
            throw new TypeConversionException(String.valueOf(e.getMessage()));
        }
    }
}
