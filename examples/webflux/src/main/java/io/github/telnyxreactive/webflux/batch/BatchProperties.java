package io.github.telnyxreactive.webflux.batch;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The settings of batches.
 *
 * @param journals the folder of the journals, which is created if it does not exist; not used by a simulation
 * @param sameAccount whether another API key is of the account of the journals, even if it cannot be proved
 * @param maxRunning the maximum number of running batches, at least 1; more are rejected
 * @param maxKept the maximum number of batches in memory, including running ones; the oldest that have ended are removed,
 *     and read from their journals on request
 * @param maxSuites the maximum number of suites of a batch, at least 1
 * @param maxConcurrentRuns the maximum number of concurrent runs of a batch
 * @param eventsKept the number of events of a batch that are kept for readers that reconnect or are slow, at least 1
 * @param totalsInterval the interval between totals in the stream of events
 * @param heartbeat the interval between heartbeats in the stream of events
 * @param shortestPolling the shortest delay between two polls of a suite
 * @param longestPolling the longest delay between two polls of a suite
 * @param maxLag how long the service may take until it shows what it has just created
 * @param shutdown how long to wait for the outcomes of triggers in flight when the service stops
 */
@ConfigurationProperties("telnyx.batches")
public record BatchProperties(
        @DefaultValue("telnyx-batches") String journals,
        @DefaultValue("false") boolean sameAccount,
        @DefaultValue("8") int maxRunning,
        @DefaultValue("50") int maxKept,
        @DefaultValue("200") int maxSuites,
        @DefaultValue("1000") int maxConcurrentRuns,
        @DefaultValue("2000") int eventsKept,
        @DefaultValue("300ms") Duration totalsInterval,
        @DefaultValue("15s") Duration heartbeat,
        @DefaultValue("500ms") Duration shortestPolling,
        @DefaultValue("5s") Duration longestPolling,
        @DefaultValue("30s") Duration maxLag,
        @DefaultValue("10s") Duration shutdown) {

    /** Checks the values. */
    public BatchProperties {
        if (maxRunning < 1 || maxSuites < 1 || eventsKept < 1) {
            throw new IllegalArgumentException("max-running, max-suites and events-kept must be at least 1");
        }
        if (maxKept < maxRunning) {
            throw new IllegalArgumentException("max-kept must be at least max-running: " + maxKept);
        }
    }
}
