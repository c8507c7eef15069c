package io.github.telnyxreactive.simulator.internal.service;

import io.github.telnyxreactive.internal.json.JsonCodec;
import io.github.telnyxreactive.json.TelnyxJson;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.ObjectReader;

/** Reads dates in the forms that the API knows. */
final class Dates {

    private static final ObjectReader READER = JsonCodec.reader(OffsetDateTime.class);

    private Dates() {}

    /** Reads a date, or returns {@code null} if the text is none. */
    static @Nullable Instant parse(String text) {
        try {
            OffsetDateTime date = READER.readValue(TelnyxJson.write(text));
            return date == null ? null : date.toInstant();
        } catch (JacksonException e) {
            return null;
        }
    }
}
