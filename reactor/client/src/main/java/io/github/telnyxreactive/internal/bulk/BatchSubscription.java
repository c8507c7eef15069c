package io.github.telnyxreactive.internal.bulk;

import io.github.telnyxreactive.bulk.BatchEvent;
import io.github.telnyxreactive.bulk.BatchItem;
import io.github.telnyxreactive.bulk.BatchOptions;
import io.github.telnyxreactive.bulk.TotalsCollector;
import io.github.telnyxreactive.error.DecodingException;
import io.github.telnyxreactive.internal.operator.Mailbox;
import io.github.telnyxreactive.internal.policy.AdaptiveInterval;
import io.github.telnyxreactive.internal.policy.AdaptiveInterval.Seen;
import io.github.telnyxreactive.internal.runs.RunPoll;
import io.github.telnyxreactive.model.testrun.TestRun;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import org.reactivestreams.Subscription;
import reactor.core.CoreSubscriber;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.Exceptions;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Operators;
import reactor.core.scheduler.Scheduler;
import reactor.util.context.Context;

/**
 * One subscription to a batch: requests items as the limits permit, follows each of them, and emits events under
 * demand. All state is confined to tasks of the mailbox.
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
    private final RunSource source;
    private final BatchOptions options;
    private final TotalsCollector totals;
    private final CoreSubscriber<? super BatchEvent> actual;
    private final Scheduler scheduler;
    private final AdaptiveInterval interval;
    private final Mailbox mailbox = new Mailbox(this::advance);

    private final Queue<BatchEvent> events = new ArrayDeque<>();
    private final Set<ItemFollower> followers = new LinkedHashSet<>();
    private final Queue<ItemFollower> pendingPolls = new ArrayDeque<>();
    private final Disposable.Swap deadline = Disposables.swap();
    private long requested;
    private boolean started;
    private long deadlineNanos;
    private @Nullable Duration passedDeadline;
    private @Nullable Subscription upstream;
    private boolean awaitingItem;
    private boolean workDone;
    private @Nullable Throwable workError;
    private int triggering;
    private int openRuns;
    private volatile boolean ended;

    BatchSubscription(
            Publisher<? extends BatchItem> work,
            RunSource source,
            Scheduler scheduler,
            BatchOptions options,
            TotalsCollector totals,
            CoreSubscriber<? super BatchEvent> actual) {
        this.work = work;
        this.source = source;
        this.options = options;
        this.totals = totals;
        this.actual = actual;
        this.scheduler = scheduler;
        this.interval = new AdaptiveInterval(options.polling());
    }

    @Override
    public void request(long n) {
        if (Operators.validate(n)) {
            task(() -> {
                requested = Operators.addCap(requested, n);
                start();
            });
        }
    }

    @Override
    public void cancel() {
        ended = true;
        mailbox.execute(this::stop);
    }

    private void start() {
        if (started) {
            return;
        }
        started = true;
        Duration limit = options.deadline();
        if (limit != null) {
            deadlineNanos = now() + limit.toNanos();
            deadline.update(after(limit, () -> deadlinePassed(limit)));
        }
        work.subscribe(new Work());
    }

    private void advance() {
        try {
            deliver();
            if (!ended) {
                takeWork();
                poll();
                complete();
            }
        } catch (Throwable e) {
            fail(e);
        }
    }

    /** Ends the batch after an exception of foreign code or of the timer, since what it waits for may never arrive. */
    private void fail(Throwable error) {
        Exceptions.throwIfJvmFatal(error);
        if (ended) {
            Operators.onErrorDropped(error, actual.currentContext());
            return;
        }
        ended = true;
        stop();
        actual.onError(error);
    }

    private void deliver() {
        while (requested > 0 && !ended && !events.isEmpty()) {
            if (requested != Long.MAX_VALUE) {
                requested--;
            }
            actual.onNext(events.remove());
        }
    }

    private void takeWork() {
        Subscription subscription = upstream;
        if (subscription != null && !workDone && !awaitingItem && hasRoom()) {
            awaitingItem = true;
            subscription.request(1);
        }
    }

    private boolean hasRoom() {
        return triggering < options.maxConcurrentRequests()
                && openRuns + triggering < options.maxConcurrentRuns()
                && events.size() + triggering < options.eventBuffer();
    }

    private void poll() {
        while (!pendingPolls.isEmpty() && events.size() < options.eventBuffer()) {
            pendingPolls.remove().poll();
        }
    }

    private void complete() {
        if (workDone && followers.isEmpty() && events.isEmpty()) {
            ended = true;
            deadline.dispose();
            Throwable error = workError;
            if (error == null) {
                actual.onComplete();
            } else {
                actual.onError(error);
            }
        }
    }

    private void stop() {
        followers.forEach(ItemFollower::cancel);
        followers.clear();
        pendingPolls.clear();
        deadline.dispose();
        Subscription subscription = upstream;
        if (subscription != null) {
            subscription.cancel();
        }
        Operators.onDiscardQueueWithClear(events, actual.currentContext(), null);
    }

    private void take(BatchItem item) {
        awaitingItem = false;
        if (workDone) {
            Operators.onDiscard(item, actual.currentContext());
            return;
        }
        ItemFollower follower = new ItemFollower(item, this);
        followers.add(follower);
        triggering++;
        follower.start();
    }

    private void workEnded(@Nullable Throwable error) {
        if (workDone) {
            if (error != null) {
                Operators.onErrorDropped(error, actual.currentContext());
            }
            return;
        }
        workDone = true;
        workError = error;
    }

    /** The deadline of the batch has passed. Calls that trigger runs have the same deadline, and end by themselves. */
    private void deadlinePassed(Duration limit) {
        passedDeadline = limit;
        workDone = true;
        Subscription subscription = upstream;
        if (subscription != null) {
            subscription.cancel();
        }
        List.copyOf(followers).forEach(follower -> follower.deadlinePassed(limit));
    }

    void emit(BatchEvent event) {
        totals.accept(event);
        events.add(event);
        if (event instanceof BatchEvent.Triggered triggered) {
            triggering -= triggered.isMore() ? 0 : 1;
            openRuns += triggered.runs().size();
        } else if (event instanceof BatchEvent.TriggerFailed) {
            triggering--;
        } else if (event instanceof BatchEvent.OutcomeUnknown unknown) {
            triggering -= unknown.isPartial() ? 0 : 1;
        } else if (event instanceof BatchEvent.Finished || event instanceof BatchEvent.Abandoned) {
            openRuns--;
        }
    }

    void ended(ItemFollower follower) {
        followers.remove(follower);
    }

    void requestPoll(ItemFollower follower) {
        pendingPolls.add(follower);
    }

    void polled(Seen seen) {
        interval.polled(seen, followers.size());
    }

    Duration interval() {
        return interval.next(ThreadLocalRandom.current().nextDouble());
    }

    /**
     * Returns the deadline of the batch if it has passed, for items that are triggered only then; otherwise
     * {@code null}.
     */
    @Nullable Duration passedDeadline() {
        return passedDeadline;
    }

    Duration itemDeadline() {
        return options.itemDeadline();
    }

    Mono<List<TestRun>> trigger(BatchItem item, String key) {
        return source.trigger(item, key, remaining());
    }

    String newKey() {
        return source.newKey();
    }

    Mono<RunPoll.Result> poll(BatchItem item, Collection<TestRun> open, int runs, @Nullable DecodingException missing) {
        return source.poll(item, List.copyOf(open), runs, missing);
    }

    /** Returns how long triggering may take: it must not be repeated after the service has forgotten the key. */
    private Duration remaining() {
        Duration ofItem = shorter(options.itemDeadline(), MAX_TRIGGERING);
        return options.deadline() == null
                ? ofItem
                : shorter(ofItem, Duration.ofNanos(Math.max(1, deadlineNanos - now())));
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    /**
     * Subscribes with the context of the subscriber. Each signal is handled in a task, unless the batch has ended by
     * then.
     */
    <T> Disposable subscribe(Mono<T> call, Consumer<? super T> value, Consumer<? super Throwable> error) {
        Context context = actual.currentContext();
        // The batch would wait forever for a call without a result.
        return call.single()
                .contextWrite(outer -> outer.putAll(context.readOnly()))
                .subscribe(result -> task(() -> value.accept(result)), failure -> task(() -> error.accept(failure)));
    }

    Disposable after(Duration wait, Runnable then) {
        return scheduler.schedule(() -> task(then), wait.toNanos(), TimeUnit.NANOSECONDS);
    }

    private void task(Runnable task) {
        mailbox.execute(() -> {
            try {
                if (!ended) {
                    task.run();
                }
            } catch (Throwable e) {
                fail(e);
            }
        });
    }

    long now() {
        return scheduler.now(TimeUnit.NANOSECONDS);
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
                if (ended || workDone || upstream != null) {
                    subscription.cancel();
                } else {
                    upstream = subscription;
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
