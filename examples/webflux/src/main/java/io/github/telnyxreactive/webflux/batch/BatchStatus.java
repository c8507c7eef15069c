package io.github.telnyxreactive.webflux.batch;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** The status of a batch. */
enum BatchStatus {
    /** Its runs are being triggered and followed. */
    RUNNING,
    /** Every suite has ended, whatever the results. */
    FINISHED,
    /** It was aborted. */
    FAILED;

    @JsonValue
    String wire() {
        return name().toLowerCase(Locale.ROOT);
    }
}
