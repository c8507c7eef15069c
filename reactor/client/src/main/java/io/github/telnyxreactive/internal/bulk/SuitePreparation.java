package io.github.telnyxreactive.internal.bulk;

import io.github.telnyxreactive.bulk.BatchEvent.TriggerFailed;
import io.github.telnyxreactive.bulk.BatchItem;
import io.github.telnyxreactive.bulk.BatchOptions;
import io.github.telnyxreactive.bulk.ItemRefusedException;
import io.github.telnyxreactive.error.UnauthorizedException;
import reactor.core.Disposable;
import reactor.core.Disposables;

/**
 * Reads the tests of a suite before it is triggered: how many runs it is going to have, and which. Confined to tasks of the
 * mailbox of the batch.
 */
final class SuitePreparation {

    private final BatchItem item;
    private final BatchSubscription batch;
    private final Disposable.Swap step = Disposables.swap();

    SuitePreparation(BatchItem item, BatchSubscription batch) {
        this.item = item;
        this.batch = batch;
    }

    void start() {
        step.update(batch.subscribe(batch.tests(item.name()), this::read, this::failed));
    }

    private void read(SuiteTests tests) {
        batch.prepared(this);
        int runs = tests.size();
        if (runs == 0) {
            batch.emit(new TriggerFailed(
                    item,
                    new ItemRefusedException(
                            "the suite \"" + item.name() + "\" was not triggered: it has no tests; check its name")));
            return;
        }
        ItemReport.Whole report = new ItemReport.Whole(item, tests, batch::emit);
        if (runs <= batch.budget().capacity()) {
            batch.await(new ItemFollower(item, tests.ids(), runs, batch, report), item, runs);
        } else if (item.idempotencyKey() == null) {
            batch.await(new SplitSuite(item, batch.newKey(), tests, batch, report), item, runs);
        } else {
            // Under that key, it may have been triggered as a whole before. Test by test, it would run twice.
            batch.emit(new TriggerFailed(
                    item,
                    new ItemRefusedException("the suite \"" + item.name() + "\" was not triggered: it has " + runs
                            + " tests, more than may be under way at the same time ("
                            + batch.budget().capacity()
                            + "); allow more, or run its tests one by one")));
        }
    }

    /** Without a limit, a suite can be triggered without knowing its tests. */
    private void failed(Throwable error) {
        batch.prepared(this);
        boolean isUnlimited = batch.options().maxConcurrentRuns() == BatchOptions.UNLIMITED
                && batch.options().maxRuns() == null;
        if (isUnlimited && !(error instanceof UnauthorizedException)) {
            ItemReport report = new ItemReport.Whole(item, new SuiteTests(), batch::emit);
            batch.await(new ItemFollower(item, batch, report), item, 1);
            return;
        }
        batch.emit(new TriggerFailed(item, error));
        if (error instanceof UnauthorizedException) {
            batch.stopWith(error);
        }
    }

    /** Ends the item without triggering it. */
    void refuse(Throwable reason) {
        cancel();
        batch.prepared(this);
        batch.emit(new TriggerFailed(item, reason));
    }

    void cancel() {
        step.dispose();
    }
}
