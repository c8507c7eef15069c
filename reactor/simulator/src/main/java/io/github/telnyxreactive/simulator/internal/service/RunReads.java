package io.github.telnyxreactive.simulator.internal.service;

import io.github.telnyxreactive.model.testrun.TestRun;
import io.github.telnyxreactive.simulator.internal.store.Mode;
import io.github.telnyxreactive.simulator.internal.store.Modes;
import io.github.telnyxreactive.simulator.internal.store.SeededRandom;
import io.github.telnyxreactive.simulator.internal.store.StoredRun;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** How requests see runs: from when on, and in which state. */
final class RunReads {

    private final Modes modes;
    private final SeededRandom random;
    private final InstantSource clock;
    private final AtomicLong reads = new AtomicLong();

    RunReads(Modes modes, SeededRandom random, InstantSource clock) {
        this.modes = modes;
        this.random = random;
        this.clock = clock;
    }

    /** Returns what the next read sees. */
    View next() {
        Instant now = clock.instant();
        Duration age = modes.duration(Mode.STALE_READS);
        boolean stale = age != null && modes.applies(Mode.STALE_READS, random, reads.getAndIncrement());
        return new View(now, stale ? now.minus(age) : now);
    }

    /** What a read sees. */
    final class View {

        private final Instant now;
        private final Instant replicated;

        private View(Instant now, Instant replicated) {
            this.now = now;
            this.replicated = replicated;
        }

        boolean isReadable(StoredRun run) {
            return isVisible(run, modes.duration(Mode.READ_LAG));
        }

        /** Returns the condition for a run to appear in lists, {@code null} for none. */
        @Nullable Predicate<StoredRun> isListed() {
            Duration lag = modes.duration(Mode.LIST_LAG);
            return lag == null ? null : run -> isVisible(run, lag);
        }

        private boolean isVisible(StoredRun run, @Nullable Duration lag) {
            return lag == null || !now.isBefore(run.createdAt().plus(lag));
        }

        /** Returns the condition for a run to have a status, {@code null} if any will do. */
        @Nullable Predicate<StoredRun> hasStatus(@Nullable String status) {
            return status == null
                    ? null
                    : run -> run.statusAt(time(run)).value().equals(status);
        }

        TestRun of(StoredRun run) {
            return run.at(time(run));
        }

        private Instant time(StoredRun run) {
            return replicated.isBefore(run.createdAt()) ? run.createdAt() : replicated;
        }
    }
}
