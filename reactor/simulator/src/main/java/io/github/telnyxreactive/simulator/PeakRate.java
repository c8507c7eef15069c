package io.github.telnyxreactive.simulator;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Queue;

/** Tracks the highest number of requests within any second, and keeps the requests of the last second only. */
final class PeakRate {

    private static final Duration SECOND = Duration.ofSeconds(1);

    private final Queue<Instant> lastSecond = new ArrayDeque<>();
    private int peak;

    /**
     * Counts a request. The end of a second is exclusive: two requests exactly a second apart are in different ones.
     */
    synchronized void add(Instant at) {
        lastSecond.add(at);
        Instant start = at.minus(SECOND);
        // Requests may arrive here slightly out of order, which only keeps them slightly longer.
        while (!lastSecond.element().isAfter(start)) {
            lastSecond.remove();
        }
        peak = Math.max(peak, lastSecond.size());
    }

    synchronized int peak() {
        return peak;
    }
}
