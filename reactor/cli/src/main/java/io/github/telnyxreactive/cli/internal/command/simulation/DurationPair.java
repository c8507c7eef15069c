package io.github.telnyxreactive.cli.internal.command.simulation;

import io.github.telnyxreactive.cli.internal.command.DurationConverter;
import java.time.Duration;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * Two durations in one option, such as the time before an outage and its length, or the shortest and the longest run.
 *
 * @param first the first duration
 * @param second the second duration
 */
record DurationPair(Duration first, Duration second) {

    /** Parses two durations with a separator in between. */
    private abstract static class Converter implements ITypeConverter<DurationPair> {

        private final String separator;

        Converter(String separator) {
            this.separator = separator;
        }

        @Override
        public DurationPair convert(String text) {
            String[] parts = text.split(separator, -1);
            if (parts.length != 2) {
                throw new TypeConversionException("'" + text + "' is not two durations separated by '" + separator
                        + "', such as 5s" + separator + "20s");
            }
            DurationConverter durations = new DurationConverter();
            return new DurationPair(durations.convert(parts[0]), durations.convert(parts[1]));
        }
    }

    /** Parses a range. */
    static final class RangeConverter extends Converter {

        RangeConverter() {
            super("-");
        }

        @Override
        public DurationPair convert(String text) {
            DurationPair range = super.convert(text);
            if (range.second().compareTo(range.first()) < 0) {
                throw new TypeConversionException("'" + text + "' ends before it starts");
            }
            return range;
        }
    }

    /** Parses two consecutive durations. */
    static final class SequenceConverter extends Converter {

        SequenceConverter() {
            super(",");
        }
    }
}
