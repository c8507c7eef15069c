package io.github.telnyxreactive.bulk;

import java.time.Duration;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * The requests of a batch.
 *
 * @param requestsByOperation how many requests were sent, by the name of the operation, each attempt counted
 * @param retries how many of them were not the first attempt at their call
 * @param rejections how many were answered with status 429
 * @param waited how long calls have waited before their attempts in all: for a place, for a permit, and after failures
 */
public record Traffic(Map<String, Long> requestsByOperation, long retries, long rejections, Duration waited) {

    /** Copies what could change. */
    public Traffic {
        requestsByOperation = Collections.unmodifiableMap(new TreeMap<>(requestsByOperation));
    }

    /**
     * Counts all requests.
     *
     * @return how many were sent
     */
    public long requests() {
        return requestsByOperation.values().stream().mapToLong(Long::longValue).sum();
    }
}
