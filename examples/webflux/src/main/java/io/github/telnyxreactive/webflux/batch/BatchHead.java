package io.github.telnyxreactive.webflux.batch;

import java.time.Instant;
import java.util.List;

/**
 * What is known of a batch from its start.
 *
 * @param id its id
 * @param suites the requested suites
 * @param startedAt when it was started
 */
record BatchHead(String id, List<String> suites, Instant startedAt) {

    /** Copies the list. */
    BatchHead {
        suites = List.copyOf(suites);
    }
}
