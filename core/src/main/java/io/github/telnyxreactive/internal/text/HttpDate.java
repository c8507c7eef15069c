package io.github.telnyxreactive.internal.text;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Parses dates of headers, in the format that RFC 9110 prescribes and in the two obsolete ones that it accepts. */
public final class HttpDate {

    /** Some servers name the wrong one, which says nothing. */
    private static final Pattern DAY_OF_WEEK = Pattern.compile("^\\p{Alpha}+,?\\s+");

    private static final DateTimeFormatter USUAL =
            DateTimeFormatter.RFC_1123_DATE_TIME.withResolverStyle(ResolverStyle.STRICT);

    private static final List<DateTimeFormatter> OBSOLETE = List.of(
            new DateTimeFormatterBuilder()
                    .parseCaseInsensitive()
                    .appendPattern("dd-MMM-")
                    .appendValueReduced(ChronoField.YEAR, 2, 2, 1970)
                    .appendPattern(" HH:mm:ss 'GMT'")
                    .toFormatter(Locale.ROOT),
            new DateTimeFormatterBuilder()
                    .parseCaseInsensitive()
                    .appendPattern("MMM ppd HH:mm:ss yyyy")
                    .toFormatter(Locale.ROOT));

    private HttpDate() {}

    /**
     * Parses a date.
     *
     * @param text the date
     * @return the instant, or {@code null} if it is no such date
     */
    public static @Nullable Instant parse(String text) {
        String date = DAY_OF_WEEK.matcher(text.trim()).replaceFirst("");
        try {
            return ZonedDateTime.parse(date, USUAL).toInstant();
        } catch (DateTimeException e) {
            return obsolete(date);
        }
    }

    private static @Nullable Instant obsolete(String date) {
        for (DateTimeFormatter format : OBSOLETE) {
            try {
                return LocalDateTime.parse(date, format).toInstant(ZoneOffset.UTC);
            } catch (DateTimeException e) {
                // The next format may fit.
            }
        }
        return null;
    }
}
