package io.github.telnyxreactive.internal.bulk;

import io.github.telnyxreactive.bulk.BatchEvent;
import io.github.telnyxreactive.bulk.BatchItem;
import io.github.telnyxreactive.internal.runs.News;
import java.time.Instant;
import java.util.function.Consumer;

/** Says what happens to an item, or to a test of a suite that is triggered on its own, as events. */
interface ItemReport {

    /** Reports news of the runs. */
    void news(News news, Trigger trigger);

    /** Reports that the item was not triggered. */
    void failed(Throwable error);

    /** Reports that it is not known whether the item was triggered. */
    void unknown(Throwable error, Trigger trigger);

    /**
     * Reports that the batch does nothing more for the item.
     *
     * @param isCompleted whether all of its runs are known and have ended
     */
    void end(boolean isCompleted);

    /**
     * How something was triggered.
     *
     * @param key the idempotency key
     * @param since when
     */
    record Trigger(String key, Instant since) {}

    /** Reports an item that is triggered as a whole. */
    final class Whole implements ItemReport {

        private final BatchItem item;
        private final SuiteTests tests;
        private final Consumer<BatchEvent> events;
        private boolean announced;

        /**
         * Creates a report.
         *
         * @param item the item
         * @param tests the tests of the suite, as far as they are known
         * @param announced whether there was an event of its runs before
         * @param events takes the events
         */
        Whole(BatchItem item, SuiteTests tests, boolean announced, Consumer<BatchEvent> events) {
            this.item = item;
            this.announced = announced;
            this.tests = tests;
            this.events = events;
        }

        @Override
        public void news(News news, Trigger trigger) {
            if (news instanceof News.Started started) {
                announced = true;
                events.accept(new BatchEvent.Triggered(
                        item, started.runs(), started.isMore(), tests.namesOf(started.runs())));
            } else if (news instanceof News.Changed changed) {
                events.accept(new BatchEvent.StatusChanged(item, changed.run(), tests.nameOf(changed.run())));
            } else if (news instanceof News.Ended ended) {
                events.accept(new BatchEvent.Finished(item, ended.run(), tests.nameOf(ended.run())));
            } else if (news instanceof News.Lost lost) {
                events.accept(
                        new BatchEvent.Abandoned(item, lost.lastSeen(), lost.reason(), tests.nameOf(lost.lastSeen())));
            } else if (news instanceof News.NotStarted missing) {
                String testId = missing.testId();
                events.accept(new BatchEvent.NotStarted(item, testId, tests.name(testId), null));
            } else if (news instanceof News.Unidentified unidentified) {
                unknown(unidentified.error(), trigger);
            }
        }

        @Override
        public void failed(Throwable error) {
            events.accept(new BatchEvent.TriggerFailed(item, error));
        }

        @Override
        public void unknown(Throwable error, Trigger trigger) {
            events.accept(new BatchEvent.OutcomeUnknown(item, error, trigger.key(), trigger.since(), announced));
        }

        @Override
        public void end(boolean isCompleted) {
            // Every event was reported when it occurred.
        }
    }
}
