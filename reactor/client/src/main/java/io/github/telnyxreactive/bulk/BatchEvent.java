package io.github.telnyxreactive.bulk;

import io.github.telnyxreactive.model.testrun.TestRun;
import java.util.List;

/**
 * An event of a batch. Each item has either one {@link TriggerFailed}, or one {@link Triggered} followed by any number
 * of {@link StatusChanged} and finally one {@link Finished} or {@link Abandoned} for each of its runs. If the response to
 * the trigger shows that there are runs that it does not identify, and no list shows them either, a {@link TriggerFailed}
 * says so after those of the others.
 */
public sealed interface BatchEvent {

    /**
     * Returns the item that the event is about.
     *
     * @return the item, as the publisher of the work emitted it
     */
    BatchItem item();

    /**
     * The runs of an item were triggered, or were known before.
     *
     * @param item the item
     * @param runs its runs, usually pending if they were just triggered: one for a single test, one for each test of a
     *     suite
     * @param isMore whether this is about more runs of an item than an earlier event: the response to the trigger did not
     *     identify them, but a list does
     */
    record Triggered(BatchItem item, List<TestRun> runs, boolean isMore) implements BatchEvent {

        /**
         * Creates the first event of an item.
         *
         * @param item the item
         * @param runs its runs
         */
        public Triggered(BatchItem item, List<TestRun> runs) {
            this(item, runs, false);
        }

        /** Copies the list. */
        public Triggered {
            runs = List.copyOf(runs);
        }
    }

    /**
     * The status of a run has changed to another one that is not final.
     *
     * @param item the item of the run
     * @param run the run in its new status
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
     * The runs of an item could not be triggered.
     *
     * @param item the item
     * @param error why; if it is a {@link io.github.telnyxreactive.error.TelnyxException} whose outcome is unknown,
     *     runs may exist nevertheless, and triggering the item with the same key within 24 hours returns them; if it is a
     *     {@link io.github.telnyxreactive.error.DecodingException}, they exist
     * @param isPartial whether this is about some of the runs of an item, and the last event of the item: they exist, but
     *     the service has identified them nowhere
     */
    record TriggerFailed(BatchItem item, Throwable error, boolean isPartial) implements BatchEvent {

        /**
         * Creates the only event of an item.
         *
         * @param item the item
         * @param error why
         */
        public TriggerFailed(BatchItem item, Throwable error) {
            this(item, error, false);
        }
    }

    /**
     * A run was abandoned: it is no longer followed, although no final status was seen.
     *
     * @param item the item of the run
     * @param lastSeen the run as last seen
     * @param reason why: a {@link io.github.telnyxreactive.error.PollingDeadlineException} if a deadline has passed,
     *     otherwise the error with which reading the run failed
     */
    record Abandoned(BatchItem item, TestRun lastSeen, Throwable reason) implements BatchEvent {}
}
