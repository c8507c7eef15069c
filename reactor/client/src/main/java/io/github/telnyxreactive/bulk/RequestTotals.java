package io.github.telnyxreactive.bulk;

import java.time.Duration;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * The requests of a batch at one moment.
 *
 * @param byOperation the number of requests sent, by the name of the operation; each attempt counts
 * @param retries how many of them were not the first attempt of their call
 * @param rejections how many of them were rejected with status 429
 * @param waited how long calls waited before their attempts in all: for a connection, for a permit, and after failures
 */
public record RequestTotals(Map<String, Long> byOperation, long retries, long rejections, Duration waited) {

    /** Copies the map, sorted by name. */
    public RequestTotals {
        byOperation = Collections.unmodifiableMap(new TreeMap<>(byOperation));
    }

    /**
     * Returns the number of all requests.
     *
     * @return how many were sent
     */
    public long total() {
        return byOperation.values().stream().mapToLong(Long::longValue).sum();
    }
}
