package io.github.telnyxreactive.internal.bulk;

import io.github.telnyxreactive.bulk.BatchEvent.Abandoned;
import io.github.telnyxreactive.bulk.BatchEvent.Finished;
import io.github.telnyxreactive.bulk.BatchEvent.OutcomeUnknown;
import io.github.telnyxreactive.bulk.BatchEvent.StatusChanged;
import io.github.telnyxreactive.bulk.BatchEvent.TriggerFailed;
import io.github.telnyxreactive.bulk.BatchEvent.Triggered;
import io.github.telnyxreactive.bulk.BatchItem;
import io.github.telnyxreactive.bulk.ItemRefusedException;
import io.github.telnyxreactive.error.DecodingException;
import io.github.telnyxreactive.error.PollingDeadlineException;
import io.github.telnyxreactive.error.TelnyxException;
import io.github.telnyxreactive.internal.policy.AdaptiveInterval.Seen;
import io.github.telnyxreactive.internal.runs.RunPoll;
import io.github.telnyxreactive.model.testrun.TestRun;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import reactor.core.Disposable;
import reactor.core.Disposables;

/**
 * Follows one item of a batch: triggers it, polls its runs until all have ended, and emits the events. Confined to
 * tasks of the mailbox of the batch.
 */
final class ItemFollower {

    private final BatchItem item;
    private final BatchSubscription batch;
    private final Map<String, TestRun> open = new LinkedHashMap<>();
    private final Map<String, Integer> unreadable = new HashMap<>();
    private final Disposable.Swap step = Disposables.swap();
    private final Disposable.Swap deadline = Disposables.swap();
    private final String key;
    private final Instant since;
    private long startedAt;
    private final Set<String> known = new HashSet<>();
    private int runs;
    private @Nullable DecodingException missing;
    private int expected;
    private int searches;
    private int failedPolls;
    private boolean triggered;
    private boolean done;

    ItemFollower(BatchItem item, BatchSubscription batch) {
        this.item = item;
        this.batch = batch;
        this.key = Objects.requireNonNullElseGet(item.idempotencyKey(), batch::newKey);
        this.since = Instant.now();
    }

    /** Triggers the runs, or continues with those that are known. */
    void start() {
        startedAt = batch.now();
        List<TestRun> known = item.runs();
        if (known != null) {
            triggered(known);
            return;
        }
        step.update(batch.subscribe(batch.trigger(item, key), this::triggered, this::triggerFailed));
    }

    private void triggered(List<TestRun> started) {
        triggered = true;
        batch.emit(new Triggered(item, started));
        for (TestRun run : started) {
            known.add(run.runId());
            if (run.hasEnded()) {
                batch.emit(new Finished(item, run));
            } else {
                open.put(run.runId(), run);
            }
        }
        runs = known.size();
        expected = runs + (missing == null ? 0 : missing.unreadable().size());
        if (endIfNothingIsOpen()) {
            return;
        }
        Duration passed = batch.passedDeadline();
        if (passed != null) {
            deadlinePassed(passed);
            return;
        }
        Duration limit = batch.itemDeadline();
        deadline.update(batch.after(limit.minusNanos(batch.now() - startedAt), () -> deadlinePassed(limit)));
        await();
    }

    private void triggerFailed(Throwable error) {
        List<TestRun> readable =
                error instanceof DecodingException decoding ? decoding.readable(TestRun.class) : List.of();
        if (error instanceof DecodingException sought && (!readable.isEmpty() || RunPoll.canFind(sought))) {
            missing = sought;
            triggered(readable);
        } else {
            batch.emit(
                    isUnknown(error)
                            ? new OutcomeUnknown(item, error, key, since, false)
                            : new TriggerFailed(item, error));
            end();
        }
    }

    /** Whoever has answered with success has triggered something, whatever the response says. */
    private static boolean isUnknown(Throwable error) {
        if (error instanceof DecodingException) {
            return true;
        }
        return error instanceof TelnyxException failure
                ? !failure.isOutcomeKnown()
                // What rejects the item itself is thrown before anything is sent.
                : !(error instanceof IllegalArgumentException || error instanceof ItemRefusedException);
    }

    private void await() {
        step.update(batch.after(batch.interval(), () -> batch.requestPoll(this)));
    }

    /** Polls the runs; the batch calls this when the subscriber keeps up with the events. */
    void poll() {
        if (!done) {
            step.update(
                    batch.subscribe(batch.poll(item, open.values(), runs, missing), this::polled, this::pollFailed));
        }
    }

    private void polled(RunPoll.Result result) {
        if (done) {
            return;
        }
        failedPolls = 0;
        Seen news = Seen.NOTHING_NEW;
        for (TestRun run : result.seen()) {
            Seen seen = update(run);
            news = seen.compareTo(news) > 0 ? seen : news;
        }
        result.unreadable().forEach(this::unreadable);
        if (missing != null) {
            searches++;
            result.others().forEach(this::found);
        }
        batch.polled(news);
        if (!endIfNothingIsOpen()) {
            await();
        }
    }

    /** Follows a run that the response of the trigger did not say. */
    private void found(TestRun run) {
        DecodingException sought = missing;
        if (sought == null || !known.add(run.runId())) {
            return;
        }
        runs++;
        batch.emit(new Triggered(item, List.of(run), true, Map.of()));
        if (run.hasEnded()) {
            batch.emit(new Finished(item, run));
        } else {
            open.put(run.runId(), run);
        }
        if (known.size() >= expected) {
            missing = null;
        }
    }

    private Seen update(TestRun run) {
        unreadable.remove(run.runId());
        TestRun last = open.get(run.runId());
        if (last == null) {
            return Seen.NOTHING_NEW;
        }
        if (run.hasEnded()) {
            open.remove(run.runId());
            batch.emit(new Finished(item, run));
            return Seen.END;
        }
        if (run.status() == null || run.status().equals(last.status())) {
            return Seen.NOTHING_NEW;
        }
        open.put(run.runId(), run);
        batch.emit(new StatusChanged(item, run));
        return Seen.CHANGE;
    }

    private void unreadable(String runId, Throwable error) {
        if (!RunPoll.isSettled(error)) {
            unreadable.remove(runId);
            return;
        }
        int times = unreadable.merge(runId, 1, Integer::sum);
        TestRun last = open.get(runId);
        if (times >= RunPoll.MAX_FAILURES && last != null) {
            open.remove(runId);
            batch.emit(new Abandoned(item, last, error));
        }
    }

    private void pollFailed(Throwable error) {
        if (done) {
            return;
        }
        failedPolls = RunPoll.isSettled(error) ? failedPolls + 1 : 0;
        batch.polled(Seen.NOTHING_NEW);
        if (failedPolls >= RunPoll.MAX_FAILURES) {
            abandon(error);
        } else {
            await();
        }
    }

    /** Abandons the runs because a deadline has passed, that of the item or of the batch. */
    void deadlinePassed(Duration limit) {
        if (triggered && !done) {
            abandon(new PollingDeadlineException(limit, List.copyOf(open.values())));
        }
    }

    private void abandon(Throwable reason) {
        open.values().forEach(run -> batch.emit(new Abandoned(item, run, reason)));
        open.clear();
        end();
    }

    private boolean endIfNothingIsOpen() {
        boolean isSearching = missing != null && searches < RunPoll.MAX_FAILURES;
        if (open.isEmpty() && !isSearching) {
            end();
        }
        return done;
    }

    private void end() {
        DecodingException sought = missing;
        if (sought != null) {
            batch.emit(new OutcomeUnknown(item, sought, key, since, true));
        }
        cancel();
        batch.ended(this);
    }

    /** Stops at once, without further events. */
    void cancel() {
        done = true;
        step.dispose();
        deadline.dispose();
    }
}
