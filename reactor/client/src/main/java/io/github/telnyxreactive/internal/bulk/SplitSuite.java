package io.github.telnyxreactive.internal.bulk;

import io.github.telnyxreactive.bulk.BatchEvent;
import io.github.telnyxreactive.bulk.BatchItem;
import io.github.telnyxreactive.bulk.ItemId;
import io.github.telnyxreactive.internal.key.KeyDigest;
import io.github.telnyxreactive.internal.runs.News;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Queue;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A suite that has more tests than may be under way at the same time, and is therefore triggered test by test. Its events are
 * those of one item. Confined to tasks of the mailbox of the batch.
 */
final class SplitSuite implements Room {

    private final BatchItem item;
    private final String key;
    private final SuiteTests tests;
    private final ItemReport whole;
    private final BatchSubscription batch;
    private final ItemId id;
    private final Instant since = Instant.now();
    private final Queue<String> remaining = new ArrayDeque<>();
    /** Failures before the first run: whether the item was triggered at all is not known until then. */
    private final List<Failure> failures = new ArrayList<>();

    private int active;
    private boolean announced;
    private boolean isCompleted = true;
    private @Nullable Throwable unread;

    /** A test without a known run. */
    private record Failure(String testId, Throwable error, ItemReport.@Nullable Trigger trigger) {}

    SplitSuite(BatchItem item, String key, SuiteTests tests, BatchSubscription batch, ItemReport whole) {
        this.item = item;
        this.key = key;
        this.tests = tests;
        this.batch = batch;
        this.whole = whole;
        this.id = ItemId.of(item);
    }

    @Override
    public int runs() {
        // What an earlier process has begun counts already.
        return Math.max(0, 1 - historyOf(remaining.element()).underWay());
    }

    private ItemHistory historyOf(String testId) {
        return batch.recording().historyOf(id.ofTest(testId));
    }

    @Override
    public boolean grant() {
        follow(Objects.requireNonNull(remaining.remove()));
        return hasMore();
    }

    private void follow(String testId) {
        BatchItem test = BatchItem.test(testId)
                .named(tests.name(testId))
                .againstVersion(item.versionId())
                .withIdempotencyKey(KeyDigest.of(List.of(key, testId)));
        active++;
        batch.follow(new ItemFollower(test, id.ofTest(testId), SuiteTests.unread(test), batch, new Part(testId)));
    }

    /** Continues with the tests that an earlier process has triggered, although the list of all of them cannot be read. */
    void startUnread(Throwable reason) {
        unread = reason;
        isCompleted = false;
        start();
    }

    /** Continues with the tests that an earlier process has triggered. */
    void start() {
        Set<String> begun = new LinkedHashSet<>();
        Set<String> waiting = new LinkedHashSet<>(tests.ids());
        List<String> started = new ArrayList<>();
        for (String testId : tests.ids()) {
            if (batch.recording().state().isCompleted(id.ofTest(testId))) {
                announced = true;
                waiting.remove(testId);
            }
        }
        for (ItemId test : batch.recording().state().testsOf(id)) {
            ItemHistory history = batch.recording().historyOf(test);
            String testId = Objects.requireNonNull(test.testId());
            if (!history.runs().isEmpty()) {
                announced = true;
                waiting.remove(testId);
                started.add(testId);
            } else if (history.begunAt() != null) {
                waiting.remove(testId);
                begun.add(testId);
            }
        }
        remaining.addAll(begun);
        remaining.addAll(waiting);
        started.forEach(this::follow);
        if (isCompleted && remaining.isEmpty() && started.isEmpty()) {
            // The process was killed before it could say so.
            batch.recording().completed(id);
        }
    }

    /** Returns whether there are tests that wait for room. */
    boolean hasMore() {
        return !remaining.isEmpty();
    }

    /** Returns how many tests wait for room. */
    int waiting() {
        return remaining.size();
    }

    @Override
    public void refuse(Throwable reason) {
        active++;
        remaining.forEach(testId -> refuse(testId, reason));
        remaining.clear();
        ended();
    }

    /** What an earlier process has begun stays unknown. */
    private void refuse(String testId, Throwable reason) {
        batch.budget().correct(1, 0);
        isCompleted = false;
        ItemHistory history = historyOf(testId);
        if (history.begunAt() == null) {
            batch.recording().refused(id.ofTest(testId), reason);
            report(new Failure(testId, reason, null));
        } else {
            batch.letGo(history);
            batch.recording().unknown(id.ofTest(testId), reason);
            report(new Failure(
                    testId,
                    reason,
                    new ItemReport.Trigger(
                            Objects.requireNonNull(history.key()),
                            history.begunAt().toInstant())));
        }
    }

    private void report(Failure failure) {
        if (!announced) {
            failures.add(failure);
        } else if (failure.trigger() == null) {
            batch.emit(
                    new BatchEvent.NotStarted(item, failure.testId(), tests.name(failure.testId()), failure.error()));
        } else {
            ItemReport.Trigger trigger = failure.trigger();
            batch.emit(new BatchEvent.OutcomeUnknown(item, failure.error(), trigger.key(), trigger.since(), true));
        }
    }

    private void announced() {
        announced = true;
        failures.forEach(this::report);
        failures.clear();
    }

    private void ended() {
        active--;
        if (active > 0 || hasMore()) {
            return;
        }
        if (isCompleted) {
            batch.recording().completed(id);
        }
        if (unread != null && announced) {
            batch.emit(new BatchEvent.OutcomeUnknown(item, unread, key, since, true));
        }
        if (!failures.isEmpty()) {
            // Nothing of the suite is known to run.
            Failure unknown = failures.stream()
                    .filter(failure -> failure.trigger() != null)
                    .findFirst()
                    .orElse(null);
            if (unknown == null) {
                batch.emit(new BatchEvent.TriggerFailed(item, failures.get(0).error()));
            } else {
                batch.emit(new BatchEvent.OutcomeUnknown(
                        item,
                        unknown.error(),
                        unknown.trigger().key(),
                        unknown.trigger().since(),
                        false));
            }
        }
    }

    /** Reports one test as a part of the suite. */
    private final class Part implements ItemReport {

        private final String testId;

        Part(String testId) {
            this.testId = testId;
        }

        @Override
        public void news(News news, Trigger trigger) {
            if (news instanceof News.Started started) {
                batch.emit(new BatchEvent.Triggered(item, started.runs(), announced, tests.namesOf(started.runs())));
                announced();
            } else if (news instanceof News.Unidentified unidentified) {
                unknown(unidentified.error(), trigger);
            } else {
                // Everything else is said of a run.
                whole.news(news, trigger);
            }
        }

        @Override
        public void failed(Throwable error) {
            report(new Failure(testId, error, null));
        }

        @Override
        public void unknown(Throwable error, Trigger trigger) {
            report(new Failure(testId, error, trigger));
        }

        @Override
        public void end(boolean isTestCompleted) {
            isCompleted &= isTestCompleted;
            ended();
        }
    }
}
