package io.github.telnyxreactive.bulk;

import io.github.telnyxreactive.model.testrun.TestRun;
import java.util.List;

/**
 * Something that has happened in a batch. Each item ends with either one {@link TriggerFailed}, or one {@link Triggered}
 * and for each of its runs one {@link Finished} or {@link Abandoned}.
 */
public sealed interface BatchEvent {

    /**
     * Returns what it happened to.
     *
     * @return the item, as it came from the publisher of the work
     */
    BatchItem item();

    /**
     * The runs of an item were started, or were known from before.
     *
     * @param item the item
     * @param runs its runs as they were started, most likely pending; for a single test one, for a suite one for each test
     */
    record Triggered(BatchItem item, List<TestRun> runs) implements BatchEvent {

        /** Copies what could change. */
        public Triggered {
            runs = List.copyOf(runs);
        }
    }

    /**
     * A run has another status than before, which is not final.
     *
     * @param item the item of the run
     * @param run the run as it is now
     */
    record StatusChanged(BatchItem item, TestRun run) implements BatchEvent {}

    /**
     * A run has ended.
     *
     * @param item the item of the run
     * @param run the run in its final status
     */
    record Finished(BatchItem item, TestRun run) implements BatchEvent {}

    /**
     * The runs of an item could not be started.
     *
     * @param item the item
     * @param error why; if it is a {@link io.github.telnyxreactive.error.TelnyxException} whose outcome is not known, runs
     *     may have been started nevertheless, and triggering with the same key within 24 hours would tell
     */
    record TriggerFailed(BatchItem item, Throwable error) implements BatchEvent {}

    /**
     * A run is not followed any longer, though it has not been seen to end.
     *
     * @param item the item of the run
     * @param lastSeen the run as it was last seen
     * @param reason why: a {@link io.github.telnyxreactive.error.PollingDeadlineException} if a deadline has passed, else
     *     what makes it impossible to read the run
     */
    record Abandoned(BatchItem item, TestRun lastSeen, Throwable reason) implements BatchEvent {}
}
