package io.github.telnyxreactive.internal.text;

import java.time.Duration;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Parses durations that are written as a decimal number of a fixed unit, as they are in headers. */
public final class DecimalDuration {

    private static final Pattern NUMBER = Pattern.compile("\\d{1,15}(\\.\\d{1,9})?");

    private DecimalDuration() {}

    /**
     * Parses a duration.
     *
     * @param text the number, with or without a fraction, or {@code null}
     * @param nanosPerUnit the unit, in nanoseconds
     * @return the duration, or {@code null} if there is no text or it is not such a number
     */
    public static @Nullable Duration parse(@Nullable String text, long nanosPerUnit) {
        if (text == null || !NUMBER.matcher(text.trim()).matches()) {
            return null;
        }
        double nanos = Double.parseDouble(text.trim()) * nanosPerUnit;
        return Duration.ofNanos((long) nanos);
    }
}
