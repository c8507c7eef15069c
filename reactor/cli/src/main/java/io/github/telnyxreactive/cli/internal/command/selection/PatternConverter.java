package io.github.telnyxreactive.cli.internal.command.selection;

import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Parses a regular expression for the names of tests. */
final class PatternConverter implements ITypeConverter<Pattern> {

    @Override
    public Pattern convert(String text) {
        try {
            return Pattern.compile(text, Pattern.UNICODE_CASE);
        } catch (PatternSyntaxException e) {
            throw new TypeConversionException("'" + text + "' is not a regular expression: " + e.getDescription());
        }
    }
}
