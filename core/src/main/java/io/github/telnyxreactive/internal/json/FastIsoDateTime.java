package io.github.telnyxreactive.internal.json;

import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/**
 * Parses dates and times in the most common format, {@code 2026-03-02T09:14:27.318204Z}, without a formatter, which
 * would take longer than reading the rest of a test run.
 */
final class FastIsoDateTime {

    private static final int SECONDS_END = 19;
    private static final int MAX_FRACTION_DIGITS = 9;
    private static final int OFFSET_LENGTH = 6;

    private FastIsoDateTime() {}

    /**
     * Parses a date and time.
     *
     * @param text the text
     * @return the date and time, {@code null} if the text has another format
     * @throws java.time.DateTimeException if the text has this format, but there is no such time
     */
    static @Nullable OffsetDateTime parse(String text) {
        int length = text.length();
        if (length <= SECONDS_END
                || text.charAt(4) != '-'
                || text.charAt(7) != '-'
                || text.charAt(10) != 'T'
                || text.charAt(13) != ':'
                || text.charAt(16) != ':') {
            return null;
        }
        int fractionEnd = text.charAt(SECONDS_END) == '.' ? endOfDigits(text, SECONDS_END + 1) : SECONDS_END;
        int fractionDigits = Math.max(0, fractionEnd - SECONDS_END - 1);
        int year = number(text, 0, 4);
        int month = number(text, 5, 7);
        int day = number(text, 8, 10);
        int hour = number(text, 11, 13);
        int minute = number(text, 14, 16);
        int second = number(text, 17, SECONDS_END);
        ZoneOffset offset = offset(text, fractionEnd);
        // A single part that is not a number makes the result negative.
        if ((year | month | day | hour | minute | second) < 0
                || fractionEnd == SECONDS_END + 1
                || fractionDigits > MAX_FRACTION_DIGITS
                || offset == null) {
            return null;
        }
        int nanos = fractionDigits == 0 ? 0 : number(text, SECONDS_END + 1, fractionEnd);
        for (int digits = fractionDigits; digits > 0 && digits < MAX_FRACTION_DIGITS; digits++) {
            nanos *= 10;
        }
        return OffsetDateTime.of(LocalDateTime.of(year, month, day, hour, minute, second, nanos), offset);
    }

    private static int endOfDigits(String text, int start) {
        int end = start;
        while (end < text.length() && isDigit(text.charAt(end))) {
            end++;
        }
        return end;
    }

    /** Parses the digits between two positions, negative if there is anything else. */
    private static int number(String text, int start, int end) {
        int number = 0;
        for (int i = start; i < end; i++) {
            char digit = text.charAt(i);
            if (!isDigit(digit)) {
                return -1;
            }
            number = 10 * number + digit - '0';
        }
        return number;
    }

    private static boolean isDigit(char letter) {
        return letter >= '0' && letter <= '9';
    }

    private static @Nullable ZoneOffset offset(String text, int start) {
        int length = text.length() - start;
        if (length == 1) {
            return text.charAt(start) == 'Z' ? ZoneOffset.UTC : null;
        }
        if (length != OFFSET_LENGTH || text.charAt(start + 3) != ':') {
            return null;
        }
        int hours = number(text, start + 1, start + 3);
        int minutes = number(text, start + 4, start + OFFSET_LENGTH);
        char sign = text.charAt(start);
        if ((hours | minutes) < 0 || (sign != '+' && sign != '-')) {
            return null;
        }
        return sign == '+' ? ZoneOffset.ofHoursMinutes(hours, minutes) : ZoneOffset.ofHoursMinutes(-hours, -minutes);
    }
}
