package io.github.telnyxreactive.webflux.batch;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The settings of batches.
 *
 * @param maxRunning how many batches may run at once, at least 1; one more is turned away
 * @param maxKept how many batches are kept to be looked at, those that run included; the oldest that have ended go first
 * @param maxSuites how many suites a batch may have, at least 1
 * @param maxConcurrentRuns how many runs of one batch may be under way at once
 * @param eventsKept how many events of one batch are kept for readers that come back or are slow, at least 1
 * @param totalsInterval how long there are no new totals after totals
 * @param heartbeat how long a stream of events says nothing before it says that it is alive
 * @param shortestPolling the shortest wait between two looks at a suite
 * @param longestPolling the longest wait between two looks at a suite
 */
@ConfigurationProperties("telnyx.batches")
public record BatchProperties(
        @DefaultValue("8") int maxRunning,
        @DefaultValue("50") int maxKept,
        @DefaultValue("200") int maxSuites,
        @DefaultValue("1000") int maxConcurrentRuns,
        @DefaultValue("2000") int eventsKept,
        @DefaultValue("300ms") Duration totalsInterval,
        @DefaultValue("15s") Duration heartbeat,
        @DefaultValue("500ms") Duration shortestPolling,
        @DefaultValue("5s") Duration longestPolling) {

    /** Checks the numbers. */
    public BatchProperties {
        if (maxRunning < 1 || maxSuites < 1 || eventsKept < 1) {
            throw new IllegalArgumentException("max-running, max-suites and events-kept must be at least 1");
        }
        if (maxKept < maxRunning) {
            throw new IllegalArgumentException("max-kept must be at least max-running: " + maxKept);
        }
    }
}
