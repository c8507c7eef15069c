package io.github.telnyxreactive.internal.json;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.chrono.IsoChronology;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.std.StdScalarDeserializer;

/**
 * Reads a date and time with an offset, a date and time without one (in UTC), or a date (its start in UTC), in the forms of
 * ISO 8601 and RFC 3339 with separators. A leap second, and more than nine digits of a second, have no exact value.
 */
final class OffsetDateTimeDeserializer extends StdScalarDeserializer<OffsetDateTime> {

    private static final int DATE_LENGTH = 10;

    private static final DateTimeFormatter FORMAT = new DateTimeFormatterBuilder()
            .parseCaseInsensitive()
            .append(DateTimeFormatter.ISO_LOCAL_DATE)
            .optionalStart()
            .appendLiteral('T')
            .append(DateTimeFormatter.ISO_LOCAL_TIME)
            .optionalStart()
            .appendOffset("+HH:MM:ss", "Z")
            .optionalEnd()
            .optionalStart()
            .appendOffset("+HHmm", "Z")
            .optionalEnd()
            .optionalEnd()
            .toFormatter(Locale.ROOT)
            .withChronology(IsoChronology.INSTANCE)
            .withResolverStyle(ResolverStyle.STRICT);

    OffsetDateTimeDeserializer() {
        super(OffsetDateTime.class);
    }

    @Override
    public OffsetDateTime deserialize(JsonParser parser, DeserializationContext context) {
        if (parser.currentToken() != JsonToken.VALUE_STRING) {
            return (OffsetDateTime) context.handleUnexpectedToken(context.constructType(OffsetDateTime.class), parser);
        }
        String text = parser.getString();
        try {
            String trimmed = text.trim();
            OffsetDateTime dateTime = FastIsoDateTime.parse(trimmed);
            return dateTime == null ? parse(trimmed) : dateTime;
        } catch (DateTimeException e) {
            return (OffsetDateTime)
                    context.handleWeirdStringValue(OffsetDateTime.class, text, "not an ISO 8601 date and time");
        }
    }

    /** Parses all supported formats, including the one of {@link FastIsoDateTime}. */
    static OffsetDateTime parse(String text) {
        TemporalAccessor parsed =
                FORMAT.parseBest(usual(text), OffsetDateTime::from, LocalDateTime::from, LocalDate::from);
        if (parsed instanceof OffsetDateTime dateTime) {
            return dateTime;
        }
        return parsed instanceof LocalDateTime dateTime
                ? dateTime.atOffset(ZoneOffset.UTC)
                : ((LocalDate) parsed).atStartOfDay().atOffset(ZoneOffset.UTC);
    }

    /** RFC 3339 allows a space before the time, ISO 8601 a comma before the fraction. */
    private static String usual(String text) {
        String usual = text.replace(',', '.');
        return usual.length() > DATE_LENGTH && usual.charAt(DATE_LENGTH) == ' '
                ? usual.substring(0, DATE_LENGTH) + 'T' + usual.substring(DATE_LENGTH + 1)
                : usual;
    }
}
