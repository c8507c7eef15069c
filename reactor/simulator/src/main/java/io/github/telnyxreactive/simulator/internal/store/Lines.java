package io.github.telnyxreactive.simulator.internal.store;

import java.time.Instant;
import java.util.PriorityQueue;
import java.util.Queue;

/**
 * Counts the runs under way, that is, those that have been created and have not ended. Not thread-safe. Times must not
 * go back.
 */
final class Lines {

    private final Queue<Instant> ends = new PriorityQueue<>();
    private int endless;
    private int peak;

    /** Returns the number of runs under way at a time. A run is no longer under way at its end. */
    int underWay(Instant now) {
        Instant next = ends.peek();
        while (next != null && !next.isAfter(now)) {
            ends.remove();
            next = ends.peek();
        }
        return ends.size() + endless;
    }

    /** Counts a run that is created now. */
    void add(StoredRun run) {
        Instant end = run.endsAt();
        if (end == null) {
            endless++;
        } else if (end.isAfter(run.createdAt())) {
            ends.add(end);
        }
        peak = Math.max(peak, underWay(run.createdAt()));
    }

    /** Returns the highest number of runs under way at the same time. */
    int peak() {
        return peak;
    }
}
