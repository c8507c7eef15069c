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

/** Reads a date and time: with an offset, without one (UTC), or a date alone (its first instant in UTC). */
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
            OffsetDateTime usual = FastIsoDateTime.parse(trimmed);
            return usual == null ? parse(trimmed) : usual;
        } catch (DateTimeException e) {
            return (OffsetDateTime)
                    context.handleWeirdStringValue(OffsetDateTime.class, text, "not a date and time of ISO 8601");
        }
    }

    /** Reads every form there is, also those that are read faster elsewhere. */
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
