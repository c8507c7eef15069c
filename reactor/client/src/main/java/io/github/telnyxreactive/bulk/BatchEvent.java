package io.github.telnyxreactive.bulk;

import io.github.telnyxreactive.model.testrun.TestRun;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An event of a batch. Each item has either one {@link TriggerFailed}, one {@link OutcomeUnknown}, or one
 * {@link Triggered}. After {@link Triggered} follow any number of {@link StatusChanged} and finally one {@link Finished} or
 * {@link Abandoned} for each of its runs, more {@link Triggered} for runs that are found later, and one
 * {@link NotStarted} for each test of a suite that has no run. If the service has shown that there are runs that it
 * identifies nowhere, an {@link OutcomeUnknown} says so at the end.
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
     * @param runs its runs, each once, usually pending if they were just triggered: one for a single test, one for each
     *     test of a suite
     * @param isMore whether this is about more runs of an item than an earlier event: the response to the trigger did not
     *     identify them, but a list does, or the tests of a suite are triggered one by one
     * @param testNames the names of the tests by their ids, as far as they are known
     */
    record Triggered(BatchItem item, List<TestRun> runs, boolean isMore, Map<String, String> testNames)
            implements BatchEvent {

        /**
         * Creates the first event of an item, without names of tests.
         *
         * @param item the item
         * @param runs its runs
         */
        public Triggered(BatchItem item, List<TestRun> runs) {
            this(item, runs, false, Map.of());
        }

        /** Copies the list and the map. */
        public Triggered {
            runs = List.copyOf(runs);
            testNames = Map.copyOf(testNames);
        }
    }

    /**
     * The status of a run has changed to another one that is not final.
     *
     * @param item the item of the run
     * @param run the run in its new status
     * @param testName the name of its test, {@code null} if it is not known
     */
    record StatusChanged(
            BatchItem item, TestRun run, @Nullable String testName) implements BatchEvent {

        /**
         * Creates an event without the name of the test.
         *
         * @param item the item of the run
         * @param run the run in its new status
         */
        public StatusChanged(BatchItem item, TestRun run) {
            this(item, run, null);
        }
    }

    /**
     * A run has ended.
     *
     * @param item the item of the run
     * @param run the run in its final status
     * @param testName the name of its test, {@code null} if it is not known
     */
    record Finished(BatchItem item, TestRun run, @Nullable String testName) implements BatchEvent {

        /**
         * Creates an event without the name of the test.
         *
         * @param item the item of the run
         * @param run the run in its final status
         */
        public Finished(BatchItem item, TestRun run) {
            this(item, run, null);
        }
    }

    /**
     * The item was not triggered: no run exists because of it.
     *
     * @param item the item
     * @param error why: the error of the service, or an {@link ItemRefusedException} if the trigger was not sent
     */
    record TriggerFailed(BatchItem item, Throwable error) implements BatchEvent {}

    /**
     * It is not known whether runs of an item exist. Triggering the item again with the same key returns the runs that
     * exist, for as long as the service remembers the key, which is 24 hours from {@code since} on. After that, only a list
     * of the runs can show whether there are any from that time; triggering the item again could run it twice.
     *
     * @param item the item
     * @param error why it is not known: the error of the trigger or of a poll, a {@link TriggerExpiredException} if it was not
     *     sent again, or a {@link PossiblyDoubledException}
     * @param idempotencyKey the key with which the item was triggered
     * @param since when it was first triggered
     * @param isPartial whether this is about some of the runs of an item, and the last event of the item: the item was
     *     triggered, but the service has identified these runs nowhere, or they were not found before the item was given up
     */
    record OutcomeUnknown(BatchItem item, Throwable error, String idempotencyKey, Instant since, boolean isPartial)
            implements BatchEvent {}

    /**
     * A test of a suite that was triggered has no run.
     *
     * @param item the item of the suite
     * @param testId the id of the test
     * @param testName the name of the test, {@code null} if it has none
     * @param error why the test could not be triggered, {@code null} if the service has just not started a run for it
     */
    record NotStarted(
            BatchItem item,
            String testId,
            @Nullable String testName,
            @Nullable Throwable error) implements BatchEvent {}

    /**
     * A run was abandoned: it is no longer followed, although no final status was seen.
     *
     * @param item the item of the run
     * @param lastSeen the run as last seen
     * @param reason why: a {@link io.github.telnyxreactive.error.PollingDeadlineException} if a deadline has passed,
     *     otherwise the error with which reading the run failed
     * @param testName the name of its test, {@code null} if it is not known
     */
    record Abandoned(
            BatchItem item,
            TestRun lastSeen,
            Throwable reason,
            @Nullable String testName) implements BatchEvent {

        /**
         * Creates an event without the name of the test.
         *
         * @param item the item of the run
         * @param lastSeen the run as last seen
         * @param reason why
         */
        public Abandoned(BatchItem item, TestRun lastSeen, Throwable reason) {
            this(item, lastSeen, reason, null);
        }
    }
}
