package io.github.telnyxreactive.cli.internal.command;

import io.github.telnyxreactive.bulk.PassRule;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Parses a pass rule such as {@code 2/3}. */
public final class PassRuleConverter implements ITypeConverter<PassRule> {

    private static final Pattern FORMAT = Pattern.compile("(\\d{1,6})/(\\d{1,6})");

    /** Creates a converter. */
    public PassRuleConverter() {}

    @Override
    public PassRule convert(String text) {
        Matcher matcher = FORMAT.matcher(text);
        if (!matcher.matches()) {
            throw new TypeConversionException("'" + text + "' is not a pass rule such as 2/3");
        }
        try {
            return PassRule.of(Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2)));
        } catch (IllegalArgumentException e) {
            throw new TypeConversionException(e.getMessage());
        }
    }
}
