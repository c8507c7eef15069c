package io.github.telnyxreactive.internal.bulk;

import io.github.telnyxreactive.bulk.BatchEvent;
import io.github.telnyxreactive.bulk.BatchItem;
import io.github.telnyxreactive.bulk.BatchOptions;
import io.github.telnyxreactive.bulk.ItemId;
import io.github.telnyxreactive.bulk.ItemRefusedException;
import io.github.telnyxreactive.bulk.StopSignal;
import io.github.telnyxreactive.bulk.TotalsCollector;
import io.github.telnyxreactive.internal.bulk.BatchPhase.Draining;
import io.github.telnyxreactive.internal.bulk.BatchPhase.Ended;
import io.github.telnyxreactive.internal.bulk.BatchPhase.Idle;
import io.github.telnyxreactive.internal.bulk.BatchPhase.Subscribing;
import io.github.telnyxreactive.internal.bulk.BatchPhase.Taking;
import io.github.telnyxreactive.internal.operator.Mailbox;
import io.github.telnyxreactive.internal.policy.AdaptiveInterval.Seen;
import io.github.telnyxreactive.model.testrun.TestRun;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import org.reactivestreams.Subscription;
import reactor.core.CoreSubscriber;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Operators;
import reactor.core.scheduler.Scheduler;
import reactor.util.context.Context;

/**
 * One subscription to a batch: requests items as the budget permits, follows each of them, and emits events under demand.
 * All state is confined to tasks of the mailbox.
 *
 * <p>It is not composed: {@code flatMap} requests items whether or not events are requested, and bounds the number of items
 * rather than that of runs.
 */
final class BatchSubscription implements Subscription {

    /**
     * The service remembers an idempotency key for 24 hours; the rest is a margin for clocks and for requests in
     * flight.
     */
    static final Duration MAX_TRIGGERING = Duration.ofHours(23);

    private final Publisher<? extends BatchItem> work;
    private final BatchOptions options;
    private final TotalsCollector totals;
    private final CoreSubscriber<? super BatchEvent> actual;
    private final BatchCalls calls;
    private final BatchPolls polls;
    private final BatchBudget budget;
    private final Recording recording;
    private final Publisher<StopSignal> stops;
    private final Intake intake;
    private final Mailbox mailbox = new Mailbox(this::advance);

    private final EventQueue events = new EventQueue();
    private final Set<ItemFollower> followers = new LinkedHashSet<>();
    private final Disposable.Composite timers = Disposables.composite();
    private final AtomicReference<BatchPhase> phase = new AtomicReference<>(new Idle());

    BatchSubscription(
            Publisher<? extends BatchItem> work,
            RunSource source,
            Scheduler scheduler,
            BatchOptions options,
            TotalsCollector totals,
            Recording recording,
            Publisher<StopSignal> stops,
            CoreSubscriber<? super BatchEvent> actual) {
        this.work = work;
        this.options = options;
        this.totals = totals;
        this.actual = actual;
        this.calls = new BatchCalls(source, options, scheduler, actual::currentContext, this::task);
        this.polls = new BatchPolls(options.polling(), calls);
        this.budget = new BatchBudget(options);
        this.recording = recording;
        this.stops = stops;
        this.intake = new Intake(this, options, budget);
    }

    @Override
    public void request(long n) {
        if (Operators.validate(n)) {
            task(() -> {
                events.request(n);
                if (phase() instanceof Idle) {
                    start();
                }
            });
        }
    }

    @Override
    public void cancel() {
        // At once, so that nothing more is emitted.
        BatchPhase before = enter(new Ended());
        mailbox.execute(() -> release(before));
    }

    private BatchPhase phase() {
        return phase.get();
    }

    /** Changes the phase, unless the batch has ended. Returns the phase before. */
    private BatchPhase enter(BatchPhase next) {
        return phase.getAndUpdate(present -> present instanceof Ended ? present : next);
    }

    private void start() {
        enter(new Subscribing());
        calls.start();
        Duration limit = options.deadline();
        if (limit != null) {
            timers.add(calls.after(limit, () -> deadlinePassed(limit)));
        }
        intake.resume(recording.state());
        timers.add(Flux.from(stops)
                .subscribe(signal -> task(() -> stopped(signal)), error -> task(() -> stopWith(error))));
        timers.add(recording.failure().subscribe(none -> {}, error -> task(() -> stopWith(error))));
        work.subscribe(new Work());
    }

    private void advance() {
        try {
            if (!isEnded()) {
                intake.grantRoom(events.size(), refusal());
            }
            deliver();
            if (!isEnded()) {
                if (!takeWork()) {
                    poll();
                }
                complete();
            }
        } catch (Throwable e) {
            fail(e);
        }
    }

    /** Ends the batch after an exception of foreign code or of the timer, since what it waits for may never arrive. */
    private void fail(Throwable error) {
        // A fatal error as well: without an end, whoever waits for one would never hear of it.
        if (isEnded()) {
            Operators.onErrorDropped(error, actual.currentContext());
            return;
        }
        end();
        actual.onError(error);
    }

    private boolean isEnded() {
        return phase() instanceof Ended;
    }

    private void deliver() {
        BatchEvent event = isEnded() ? null : events.next();
        while (event != null) {
            actual.onNext(event);
            event = isEnded() ? null : events.next();
        }
    }

    /** Returns why nothing is triggered any more, {@code null} if it is. */
    @Nullable Throwable refusal() {
        return phase() instanceof Draining draining ? draining.refusal() : null;
    }

    /** Requests an item if there is room. Returns whether it did: then an item that is there arrives before the next poll. */
    private boolean takeWork() {
        if (phase() instanceof Taking taking && !taking.isAwaiting() && intake.hasRoomForAnother(events.size())) {
            enter(new Taking(taking.upstream(), true));
            taking.upstream().request(1);
            task(() -> {});
            return true;
        }
        return false;
    }

    private void poll() {
        while (polls.hasNext() && events.size() < options.eventBuffer()) {
            polls.next();
        }
    }

    private void complete() {
        if (phase() instanceof Draining draining && intake.isEmpty() && hasFollowed(draining) && events.isEmpty()) {
            end();
            Throwable error = draining.error();
            if (error == null) {
                actual.onComplete();
            } else {
                actual.onError(error);
            }
        }
    }

    private boolean hasFollowed(Draining draining) {
        return draining.isLeaving() ? followers.stream().noneMatch(ItemFollower::isTriggering) : followers.isEmpty();
    }

    private void end() {
        release(enter(new Ended()));
    }

    private void release(BatchPhase before) {
        intake.cancel();
        List.copyOf(followers).forEach(ItemFollower::cancel);
        followers.clear();
        polls.clear();
        timers.dispose();
        if (before instanceof Taking taking) {
            taking.upstream().cancel();
        }
        events.discard(actual.currentContext());
    }

    private void take(BatchItem item) {
        if (!(phase() instanceof Taking taking)) {
            Operators.onDiscard(item, actual.currentContext());
            return;
        }
        enter(new Taking(taking.upstream(), false));
        intake.take(item);
    }

    /** Starts a follower. */
    void follow(ItemFollower follower) {
        followers.add(follower);
        follower.start();
    }

    /** A follower has begun to follow runs; what the batch has decided meanwhile applies to it as well. */
    void joined(ItemFollower follower) {
        if (phase() instanceof Draining draining) {
            Duration passed = draining.passedDeadline();
            Throwable error = draining.error();
            if (passed != null) {
                follower.giveUp(passed);
            } else if (error != null && error == draining.refusal()) {
                // Unlike what is only stopped, and follows what was triggered.
                follower.giveUp(error);
            }
        }
    }

    private void workEnded(@Nullable Throwable error) {
        if (phase() instanceof Draining) {
            if (error != null) {
                Operators.onErrorDropped(error, actual.currentContext());
            }
            return;
        }
        enter(new Draining(error, null, null, false));
    }

    /** The deadline of the batch has passed. Calls that trigger runs have the same deadline, and end by themselves. */
    private void deadlinePassed(Duration limit) {
        Throwable error = phase() instanceof Draining draining ? draining.error() : null;
        stop(new Draining(
                error,
                new ItemRefusedException("it was not triggered before the deadline of the batch; allow more time"),
                limit,
                false));
        List.copyOf(followers).forEach(follower -> follower.giveUp(limit));
    }

    /** Takes and triggers nothing more, and gives up what is followed, since nothing can be read any more. */
    void stopWith(Throwable error) {
        if (phase() instanceof Draining draining && draining.isStoppedForGood()) {
            return;
        }
        stop(new Draining(error, error, null, false));
        List.copyOf(followers).forEach(follower -> follower.giveUp(error));
    }

    /** Takes and triggers nothing more, since the application says so. */
    private void stopped(StopSignal signal) {
        if (signal == StopSignal.LEAVE_AT_ONCE) {
            end();
            actual.onComplete();
            return;
        }
        Draining before = phase() instanceof Draining draining ? draining : new Draining(null, null, null, false);
        stop(new Draining(
                before.error(),
                before.refusal() == null
                        ? new ItemRefusedException("it was not triggered, since the batch was stopped before")
                        : before.refusal(),
                before.passedDeadline(),
                before.isLeaving() || signal == StopSignal.LEAVE));
    }

    private void stop(Draining draining) {
        if (phase() instanceof Taking taking) {
            taking.upstream().cancel();
        }
        enter(draining);
        if (draining.refusal() != null) {
            intake.refusePreparing(draining.refusal());
        }
    }

    void emit(BatchEvent event) {
        totals.accept(event);
        events.add(event);
        if (event instanceof BatchEvent.Triggered triggered) {
            for (TestRun run : triggered.runs()) {
                String id = run.testSuiteRunId();
                recording.state().taken().add(id == null ? run.runId() : id);
            }
        }
    }

    /** Creates the report of an item that is triggered as a whole. The events of its runs so far were emitted before. */
    ItemReport reportOf(BatchItem item, SuiteTests tests) {
        boolean announced = !recording.historyOf(ItemId.of(item)).runs().isEmpty();
        return new ItemReport.Whole(item, tests, announced, this::emit);
    }

    /** Returns whether a run, or the runs with a common id, belong to an item of this batch. */
    boolean isTaken(String id) {
        return recording.state().taken().contains(id) || followers.stream().anyMatch(follower -> follower.knows(id));
    }

    void ended(ItemFollower follower) {
        followers.remove(follower);
    }

    /** Returns the requests and timers. */
    BatchCalls calls() {
        return calls;
    }

    /** Returns when items are polled. */
    BatchPolls polls() {
        return polls;
    }

    /** Records a poll of one of the items. */
    void polled(Seen seen) {
        polls.polled(seen, followers.size());
    }

    Recording recording() {
        return recording;
    }

    BatchBudget budget() {
        return budget;
    }

    BatchOptions options() {
        return options;
    }

    /**
     * Takes runs for being under way that are not followed, until the deadline of their item. Those that were seen not to
     * have ended by then may never end.
     */
    void hold(int runs, long startedAt) {
        long left = startedAt + options.itemDeadline().toNanos() - calls.now();
        if (left <= 0) {
            budget.lose(runs);
        } else if (runs > 0) {
            budget.hold(runs);
            timers.add(calls.after(Duration.ofNanos(left), () -> budget.release(runs)));
        }
    }

    /** Holds the lines of what an earlier process has begun, and this one does not follow. */
    void letGo(ItemHistory history) {
        budget.move(history.underWay(), 0);
        hold(history.underWay(), calls.now());
    }

    private void task(Runnable task) {
        mailbox.execute(() -> {
            try {
                if (!isEnded()) {
                    task.run();
                }
            } catch (Throwable e) {
                fail(e);
            }
        });
    }

    /** Subscribes to the work. */
    private final class Work implements CoreSubscriber<BatchItem> {

        @Override
        public Context currentContext() {
            return actual.currentContext();
        }

        @Override
        public void onSubscribe(Subscription subscription) {
            mailbox.execute(() -> {
                if (phase() instanceof Subscribing) {
                    enter(new Taking(subscription, false));
                } else {
                    subscription.cancel();
                }
            });
        }

        @Override
        public void onNext(BatchItem item) {
            task(() -> take(item));
        }

        @Override
        public void onError(Throwable error) {
            task(() -> workEnded(error));
        }

        @Override
        public void onComplete() {
            task(() -> workEnded(null));
        }
    }
}
