package io.github.telnyxreactive.cli.internal.command;

import io.github.telnyxreactive.bulk.PassRule;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Parses a pass rule such as {@code 2/3}. */
public final class PassRuleConverter implements ITypeConverter<PassRule> {

    /** Creates a converter. */
    public PassRuleConverter() {}

    @Override
    public PassRule convert(String text) {
        try {
            return PassRule.parse(text);
        } catch (IllegalArgumentException e) {
            throw new TypeConversionException(e.getMessage());
        }
    }
}
