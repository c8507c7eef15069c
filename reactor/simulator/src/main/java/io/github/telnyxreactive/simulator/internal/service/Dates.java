package io.github.telnyxreactive.simulator.internal.service;

import io.github.telnyxreactive.internal.json.JsonCodec;
import io.github.telnyxreactive.json.TelnyxJson;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.ObjectReader;

/** Parses dates in the formats that the API accepts. */
final class Dates {

    private static final ObjectReader READER = JsonCodec.reader(OffsetDateTime.class);

    private Dates() {}

    /** Parses a date; returns {@code null} if the text is not a date. */
    static @Nullable Instant parse(String text) {
        try {
            OffsetDateTime date = READER.readValue(TelnyxJson.write(text));
            return date == null ? null : date.toInstant();
        } catch (JacksonException e) {
            return null;
        }
    }
}
