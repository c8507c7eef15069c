package io.github.telnyxreactive.webflux.batch;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** The status of a batch. */
enum BatchStatus {
    /** Its runs are being triggered and followed. */
    RUNNING,
    /** Every suite has ended, whatever the results. Final. */
    FINISHED,
    /** It was aborted. It is resumed when the service is started again, if it can be. */
    FAILED;

    @JsonValue
    String wire() {
        return name().toLowerCase(Locale.ROOT);
    }
}
