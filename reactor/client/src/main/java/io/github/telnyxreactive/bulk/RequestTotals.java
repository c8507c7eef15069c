package io.github.telnyxreactive.bulk;

import java.time.Duration;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * A snapshot of the number of requests of a batch.
 *
 * @param byOperation the number of requests sent, by the name of the operation; each attempt counts
 * @param retries the number of requests that were not the first attempt of their call
 * @param rejections the number of requests that were rejected with status 429
 * @param waited how long calls waited before their attempts in total: to be admitted, for a permit, for a connection,
 *     and after failures
 */
public record RequestTotals(Map<String, Long> byOperation, long retries, long rejections, Duration waited) {

    /** Copies the map, sorted by name. */
    public RequestTotals {
        byOperation = Collections.unmodifiableMap(new TreeMap<>(byOperation));
    }

    /**
     * Returns the total number of requests.
     *
     * @return the number of requests sent
     */
    public long total() {
        return byOperation.values().stream().mapToLong(Long::longValue).sum();
    }
}
