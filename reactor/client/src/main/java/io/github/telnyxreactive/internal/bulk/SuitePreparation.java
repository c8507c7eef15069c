package io.github.telnyxreactive.internal.bulk;

import io.github.telnyxreactive.bulk.BatchItem;
import io.github.telnyxreactive.bulk.BatchOptions;
import io.github.telnyxreactive.bulk.ItemId;
import io.github.telnyxreactive.bulk.ItemRefusedException;
import io.github.telnyxreactive.error.UnauthorizedException;
import java.time.OffsetDateTime;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import reactor.core.Disposable;
import reactor.core.Disposables;

/**
 * Reads the tests of a suite before it is triggered: how many runs it is going to have, and which. Confined to tasks of the
 * mailbox of the batch.
 */
final class SuitePreparation {

    /** How often the list of tests that are triggered one by one is read at most. */
    private static final int MAX_READINGS = 5;

    private final BatchItem item;
    private final ItemId id;
    private final BatchSubscription batch;
    private final Intake intake;
    private final Disposable.Swap step = Disposables.swap();
    private @Nullable SuiteTests before;
    private int readings;

    SuitePreparation(BatchItem item, BatchSubscription batch, Intake intake) {
        this.item = item;
        this.id = ItemId.of(item);
        this.batch = batch;
        this.intake = intake;
    }

    void start() {
        step.update(batch.calls().subscribe(batch.calls().tests(item.name()), this::read, this::failed));
    }

    private void read(SuiteTests tests) {
        boolean isWhole = tests.size() <= batch.budget().capacity()
                && !batch.recording().state().isSplit(id);
        if (isWhole || isAgreed(tests)) {
            prepared(tests);
        } else if (readings == MAX_READINGS) {
            refuse(new ItemRefusedException(
                    "the suite \"" + item.name() + "\" was not triggered: the list of its tests, which"
                            + " are to be triggered one by one, is another one each time that it is read; run it when nobody changes"
                            + " them"));
        } else {
            before = tests;
            start();
        }
    }

    /** A list that changes while its pages are read may leave out a test, which would never be run. */
    private boolean isAgreed(SuiteTests tests) {
        readings++;
        return before != null && before.ids().equals(tests.ids());
    }

    private void prepared(SuiteTests tests) {
        intake.prepared(this);
        ItemReport report = batch.reportOf(item, tests);
        ItemFollower whole = new ItemFollower(item, id, tests, batch, report);
        int runs = tests.size();
        if (whole.isStarted()) {
            batch.follow(whole);
        } else if (batch.recording().state().isSplit(id)) {
            split(tests, report);
        } else if (runs == 0) {
            refuse(new ItemRefusedException(
                    "the suite \"" + item.name() + "\" was not triggered: it has no tests; check its name"));
        } else if (runs <= batch.budget().capacity()) {
            intake.await(whole, runs);
        } else if (mayBeSplit()) {
            split(tests, report);
        } else {
            // Under that key, it may have been triggered as a whole before. Test by test, it would run twice.
            refuse(new ItemRefusedException("the suite \"" + item.name() + "\" was not triggered: it has " + runs
                    + " tests, more than may be under way at the same time ("
                    + batch.budget().capacity()
                    + "); allow more, or run its tests one by one"));
        }
    }

    private boolean mayBeSplit() {
        return batch.recording().isOn()
                ? batch.recording().historyOf(id).begunAt() == null
                : item.idempotencyKey() == null;
    }

    private void split(SuiteTests tests, ItemReport report) {
        String key = Objects.requireNonNullElseGet(item.idempotencyKey(), batch.calls()::newKey);
        SplitSuite suite = new SplitSuite(item, key, tests, batch, report);
        suite.start();
        if (suite.hasMore()) {
            intake.await(suite, suite.waiting());
        }
    }

    /** Without a limit, a suite can be triggered without knowing its tests. */
    private void failed(Throwable error) {
        intake.prepared(this);
        SuiteTests unknown = SuiteTests.unread(item);
        ItemFollower whole = new ItemFollower(item, id, unknown, batch, batch.reportOf(item, unknown));
        boolean isUnlimited = batch.options().maxConcurrentRuns() == BatchOptions.UNLIMITED
                && batch.options().maxRuns() == null;
        if (error instanceof UnauthorizedException) {
            refuse(error);
            batch.stopWith(error);
        } else if (whole.isStarted()) {
            batch.follow(whole);
        } else if (isUnlimited && !batch.recording().state().isSplit(id)) {
            intake.await(whole, 1);
        } else {
            refuse(error);
        }
    }

    /** Ends the item without triggering it. What an earlier process has begun stays unknown. */
    void refuse(Throwable reason) {
        cancel();
        intake.prepared(this);
        if (hasTriggeredTests()) {
            SuiteTests unread = SuiteTests.unread(item);
            SplitSuite suite =
                    new SplitSuite(item, batch.calls().newKey(), unread, batch, batch.reportOf(item, unread));
            suite.startUnread(reason);
            if (suite.hasMore()) {
                intake.await(suite, suite.waiting());
            }
            return;
        }
        ItemHistory history = batch.recording().historyOf(id);
        OffsetDateTime begunAt = history.begunAt();
        ItemReport report = batch.reportOf(item, SuiteTests.unread(item));
        if (begunAt == null) {
            batch.recording().refused(id, reason);
            report.failed(reason);
        } else {
            batch.letGo(history);
            batch.recording().unknown(id, reason);
            report.unknown(reason, new ItemReport.Trigger(Objects.requireNonNull(history.key()), begunAt.toInstant()));
        }
    }

    /** Returns whether an earlier process has triggered some of the tests, one by one, or may have. */
    private boolean hasTriggeredTests() {
        return batch.recording().state().testsOf(id).stream()
                .anyMatch(test -> batch.recording().historyOf(test).begunAt() != null);
    }

    void cancel() {
        step.dispose();
    }
}
