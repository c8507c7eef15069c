package io.github.telnyxreactive.internal.bulk;

import io.github.telnyxreactive.bulk.BatchEvent.Abandoned;
import io.github.telnyxreactive.bulk.BatchEvent.Finished;
import io.github.telnyxreactive.bulk.BatchEvent.StatusChanged;
import io.github.telnyxreactive.bulk.BatchEvent.TriggerFailed;
import io.github.telnyxreactive.bulk.BatchEvent.Triggered;
import io.github.telnyxreactive.bulk.BatchItem;
import io.github.telnyxreactive.error.Delivery;
import io.github.telnyxreactive.error.PollingDeadlineException;
import io.github.telnyxreactive.error.TelnyxException;
import io.github.telnyxreactive.internal.policy.AdaptiveInterval.Seen;
import io.github.telnyxreactive.model.testrun.TestRun;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import reactor.core.Disposable;
import reactor.core.Disposables;

/**
 * One item of a batch on its way: triggers it, looks at its runs until all have ended, and tells what happens. It is used by
 * the tasks of the batch's mailbox only.
 */
final class ItemFollower {

    /** So many times in a row the service may say that it does not know what it has just made, before it is believed. */
    private static final int FAILED_LOOKS = 3;

    private final BatchItem item;
    private final BatchSubscription batch;
    private final Map<String, TestRun> open = new LinkedHashMap<>();
    private final Map<String, Integer> unreadable = new HashMap<>();
    private final Disposable.Swap step = Disposables.swap();
    private final Disposable.Swap deadline = Disposables.swap();
    private long startedAt;
    private int runs;
    private int failedLooks;
    private boolean triggered;
    private boolean done;

    ItemFollower(BatchItem item, BatchSubscription batch) {
        this.item = item;
        this.batch = batch;
    }

    /** Triggers the runs, or goes on with those that are known. */
    void start() {
        startedAt = batch.now();
        List<TestRun> known = item.runs();
        if (known != null) {
            triggered(known);
            return;
        }
        step.update(batch.subscribe(batch.trigger(item), this::triggered, this::triggerFailed));
    }

    private void triggered(List<TestRun> started) {
        triggered = true;
        runs = started.size();
        batch.emit(new Triggered(item, started));
        for (TestRun run : started) {
            if (run.status().isTerminal()) {
                batch.emit(new Finished(item, run));
            } else {
                open.put(run.runId(), run);
            }
        }
        if (endIfNothingIsOpen()) {
            return;
        }
        Duration missed = batch.missedDeadline();
        if (missed != null) {
            missed(missed);
            return;
        }
        Duration limit = batch.itemDeadline();
        deadline.update(batch.after(limit.minusNanos(batch.now() - startedAt), () -> missed(limit)));
        await();
    }

    private void triggerFailed(Throwable error) {
        batch.emit(new TriggerFailed(item, error));
        end();
    }

    private void await() {
        step.update(batch.after(batch.interval(), () -> batch.requestLook(this)));
    }

    /** Looks at the runs; the batch calls this when the subscriber keeps up with the events. */
    void look() {
        if (!done) {
            step.update(batch.subscribe(batch.look(item, open.values(), runs), this::looked, this::lookFailed));
        }
    }

    private void looked(RunSource.Look look) {
        if (done) {
            return;
        }
        failedLooks = 0;
        Seen news = Seen.NOTHING_NEW;
        for (TestRun run : look.seen()) {
            Seen seen = update(run);
            news = seen.compareTo(news) > 0 ? seen : news;
        }
        look.unreadable().forEach(this::noteUnreadable);
        batch.looked(news);
        if (!endIfNothingIsOpen()) {
            await();
        }
    }

    private Seen update(TestRun run) {
        unreadable.remove(run.runId());
        TestRun last = open.get(run.runId());
        if (last == null || last.status().equals(run.status())) {
            return Seen.NOTHING_NEW;
        }
        if (run.status().isTerminal()) {
            open.remove(run.runId());
            batch.emit(new Finished(item, run));
            return Seen.END;
        }
        open.put(run.runId(), run);
        batch.emit(new StatusChanged(item, run));
        return Seen.CHANGE;
    }

    private void noteUnreadable(String runId, Throwable error) {
        if (!isSettled(error)) {
            unreadable.remove(runId);
            return;
        }
        int times = unreadable.merge(runId, 1, Integer::sum);
        TestRun last = open.get(runId);
        if (times >= FAILED_LOOKS && last != null) {
            open.remove(runId);
            batch.emit(new Abandoned(item, last, error));
        }
    }

    private void lookFailed(Throwable error) {
        if (done) {
            return;
        }
        failedLooks = isSettled(error) ? failedLooks + 1 : 0;
        batch.looked(Seen.NOTHING_NEW);
        if (failedLooks >= FAILED_LOOKS) {
            giveUp(error);
        } else {
            await();
        }
    }

    /** Whether the service has answered, so that asking again is unlikely to help. */
    private static boolean isSettled(Throwable error) {
        return !(error instanceof TelnyxException failure) || failure.delivery() == Delivery.SETTLED;
    }

    /** A deadline has passed: of this item, or of the batch. */
    void missed(Duration limit) {
        if (triggered && !done) {
            giveUp(new PollingDeadlineException(limit, List.copyOf(open.values())));
        }
    }

    private void giveUp(Throwable reason) {
        open.values().forEach(run -> batch.emit(new Abandoned(item, run, reason)));
        open.clear();
        end();
    }

    private boolean endIfNothingIsOpen() {
        if (open.isEmpty()) {
            end();
        }
        return done;
    }

    private void end() {
        cancel();
        batch.ended(this);
    }

    /** Stops at once, and says nothing any more. */
    void cancel() {
        done = true;
        step.dispose();
        deadline.dispose();
    }
}
