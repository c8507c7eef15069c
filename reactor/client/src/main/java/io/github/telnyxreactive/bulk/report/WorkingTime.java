package io.github.telnyxreactive.bulk.report;

import java.time.Duration;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/** Adds up the time in which a batch was worked on, without that between its sessions. Not thread-safe. */
final class WorkingTime {

    private Duration before = Duration.ZERO;
    private @Nullable OffsetDateTime start;
    private @Nullable OffsetDateTime latest;

    /** Begins a session, which ends the one before. */
    void begun(OffsetDateTime at) {
        before = total();
        start = at;
        latest = at;
    }

    /** Something was done. A process that was killed says no more. */
    void worked(OffsetDateTime at) {
        if (latest == null || at.isAfter(latest)) {
            latest = at;
        }
    }

    /** The session has ended in good order. */
    void paused(OffsetDateTime at) {
        latest = at;
    }

    /** Returns the sum. A session in which the clock was set back counts as at least zero. */
    Duration total() {
        if (start == null || latest == null || latest.isBefore(start)) {
            return before;
        }
        return before.plus(Duration.between(start, latest));
    }
}
