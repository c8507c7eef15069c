package io.github.telnyxreactive.simulator.internal.service;

import io.github.telnyxreactive.json.TelnyxJson;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/** Parses dates in the formats that the API accepts. */
final class Dates {

    private Dates() {}

    /** Parses a date; returns {@code null} if the text is not a date. */
    static @Nullable Instant parse(String text) {
        try {
            return TelnyxJson.read(TelnyxJson.write(text), OffsetDateTime.class).toInstant();
        } catch (JacksonException e) {
            return null;
        }
    }
}
