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
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.std.StdScalarDeserializer;

/** Reads a date and time with an offset, a date and time without one (in UTC), or a date (its start in UTC). */
final class OffsetDateTimeDeserializer extends StdScalarDeserializer<OffsetDateTime> {

    private static final DateTimeFormatter FORMAT = new DateTimeFormatterBuilder()
            .append(DateTimeFormatter.ISO_LOCAL_DATE)
            .optionalStart()
            .appendLiteral('T')
            .append(DateTimeFormatter.ISO_LOCAL_TIME)
            .optionalStart()
            .appendOffset("+HH:MM:ss", "Z")
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
        TemporalAccessor parsed = FORMAT.parseBest(text, OffsetDateTime::from, LocalDateTime::from, LocalDate::from);
        if (parsed instanceof OffsetDateTime dateTime) {
            return dateTime;
        }
        return parsed instanceof LocalDateTime dateTime
                ? dateTime.atOffset(ZoneOffset.UTC)
                : ((LocalDate) parsed).atStartOfDay().atOffset(ZoneOffset.UTC);
    }
}
