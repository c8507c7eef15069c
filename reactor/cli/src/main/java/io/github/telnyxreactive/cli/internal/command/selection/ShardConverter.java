package io.github.telnyxreactive.cli.internal.command.selection;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Parses a part of the tests, such as {@code 2/5}. */
public final class ShardConverter implements ITypeConverter<TestSelection.Shard> {

    private static final Pattern SHARD = Pattern.compile("([1-9]\\d{0,3})/([1-9]\\d{0,3})");

    @Override
    public TestSelection.Shard convert(String text) {
        Matcher matcher = SHARD.matcher(text);
        if (matcher.matches()) {
            TestSelection.Shard shard =
                    new TestSelection.Shard(Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2)));
            if (shard.number() <= shard.count()) {
                return shard;
            }
        }
        throw new TypeConversionException("'" + text + "' is not a part such as 2/5, from 1/5 to 5/5");
    }
}
