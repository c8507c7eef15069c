package io.github.telnyxreactive.simulator;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Queue;

/** Finds the highest number of requests in any second, of which it remembers the last one only. */
final class PeakRate {

    private static final Duration SECOND = Duration.ofSeconds(1);

    private final Queue<Instant> lastSecond = new ArrayDeque<>();
    private int peak;

    /** Counts a request. A second is without its end: two requests a second apart are not in the same one. */
    synchronized void add(Instant at) {
        lastSecond.add(at);
        Instant start = at.minus(SECOND);
        // Requests may overtake each other by a moment on their way here, which only keeps them a moment longer.
        while (!lastSecond.element().isAfter(start)) {
            lastSecond.remove();
        }
        peak = Math.max(peak, lastSecond.size());
    }

    synchronized int peak() {
        return peak;
    }
}
