package io.github.telnyxreactive.webflux.batch;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** How far a batch has come. */
enum BatchStatus {
    /** Its runs are triggered and followed. */
    RUNNING,
    /** Every suite has ended, one way or another. */
    FINISHED,
    /** It was broken off. */
    FAILED;

    @JsonValue
    String wire() {
        return name().toLowerCase(Locale.ROOT);
    }
}
