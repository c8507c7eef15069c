package io.github.telnyxreactive.limit;

import io.github.telnyxreactive.internal.operator.DefaultScheduler;
import io.github.telnyxreactive.internal.operator.Mailbox;
import io.github.telnyxreactive.policy.Backoff;
import io.github.telnyxreactive.policy.RetryBudget;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.DoubleSupplier;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import org.reactivestreams.Subscriber;
import reactor.core.CoreSubscriber;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Operators;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/**
 * Limits the number of subscriptions that are active at the same time, and opens like a circuit breaker during an
 * outage of what they subscribe to. It works on any {@link Mono} or {@link Flux}.
 *
 * <pre>{@code
 * ConcurrencyLimiter limiter = ConcurrencyLimiter.create(64, failure -> failure instanceof IOException);
 * mono.transformDeferred(limiter::limit)
 * }</pre>
 *
 * <p>It starts slowly: at first one subscription is admitted at a time, and each success raises that number by one, up
 * to the limit. Failures that indicate an outage withdraw from a {@link RetryBudget} that successes fill; when it is
 * empty, the limiter opens: from then on one subscription at a time is admitted as a probe, after growing waits, until
 * one of them succeeds. Then the limiter closes, and starts slowly again.
 *
 * <p>All others wait in two queues, {@link #limit ordinary} and {@link #limitFirst first}, which take turns, so that
 * neither starves the other. Waiting blocks no thread; cancelling while waiting leaves the queue. Demand, context and
 * signals of the source pass through unchanged.
 */
public final class ConcurrencyLimiter {

    private static final Backoff PROBING = new Backoff(Duration.ofMillis(500), Duration.ofSeconds(10));
    private static final double RETRIES_PER_SUCCESS = 0.5;
    private static final int RESERVE = 10;

    private final int limit;
    private final Predicate<? super Throwable> isOutage;
    private final Scheduler scheduler;
    private final DoubleSupplier random;
    private final RetryBudget budget = RetryBudget.of(RETRIES_PER_SUCCESS, RESERVE);
    private final Mailbox mailbox = new Mailbox(this::admit);
    private final Set<SlotWaiter<?>> ordinary = new LinkedHashSet<>();
    private final Set<SlotWaiter<?>> first = new LinkedHashSet<>();
    private volatile boolean open;
    private int window = 1;
    private int active;
    private boolean turnOfFirst = true;
    private long probes;
    private long nextProbe;
    private @Nullable Disposable timer;

    private ConcurrencyLimiter(
            int limit, Predicate<? super Throwable> isOutage, Scheduler scheduler, DoubleSupplier random) {
        if (limit < 1) {
            throw new IllegalArgumentException("the limit must be at least 1: " + limit);
        }
        this.limit = limit;
        this.isOutage = isOutage;
        this.scheduler = scheduler;
        this.random = random;
    }

    /**
     * Creates a limiter that is timed by {@link Schedulers#parallel()}.
     *
     * @param limit the maximum number of subscriptions that are active at the same time, at least 1
     * @param isOutage returns whether an error indicates an outage of what is subscribed to; it must not throw
     * @return the limiter, to be shared by all subscriptions that count towards the limit
     */
    public static ConcurrencyLimiter create(int limit, Predicate<? super Throwable> isOutage) {
        return create(
                limit,
                isOutage,
                DefaultScheduler.INSTANCE,
                () -> ThreadLocalRandom.current().nextDouble());
    }

    /**
     * Creates a limiter.
     *
     * @param limit the maximum number of subscriptions that are active at the same time, at least 1
     * @param isOutage returns whether an error indicates an outage of what is subscribed to; it must not throw
     * @param scheduler the clock and the timer of the waits before probes
     * @param random supplies random numbers for the jitter of these waits, at least 0 and below 1
     * @return the limiter, to be shared by all subscriptions that count towards the limit
     */
    public static ConcurrencyLimiter create(
            int limit, Predicate<? super Throwable> isOutage, Scheduler scheduler, DoubleSupplier random) {
        return new ConcurrencyLimiter(limit, isOutage, scheduler, random);
    }

    /**
     * Delays each subscription to a source until it is admitted.
     *
     * @param source the source
     * @param <T> the type of the value
     * @return the source, subscribed to as soon as it is admitted
     */
    public <T> Mono<T> limit(Mono<T> source) {
        return Mono.fromDirect(new Limited<>(source, ordinary));
    }

    /**
     * Delays each subscription to a source until it is admitted. It counts as active until it terminates or is
     * cancelled.
     *
     * @param source the source
     * @param <T> the type of the elements
     * @return the source, subscribed to as soon as it is admitted
     */
    public <T> Flux<T> limit(Flux<T> source) {
        return Flux.from(new Limited<>(source, ordinary));
    }

    /**
     * Delays each subscription to a source until it is admitted, in the first of the two queues. It counts as active
     * until it terminates or is cancelled.
     *
     * @param source the source
     * @param <T> the type of the elements
     * @return the source, subscribed to as soon as it is admitted
     */
    public <T> Flux<T> limitFirst(Flux<T> source) {
        return Flux.from(new Limited<>(source, first));
    }

    /**
     * Delays each subscription to a source until it is admitted, in the first of the two queues.
     *
     * @param source the source
     * @param <T> the type of the value
     * @return the source, subscribed to as soon as it is admitted
     */
    public <T> Mono<T> limitFirst(Mono<T> source) {
        return Mono.fromDirect(new Limited<>(source, first));
    }

    /**
     * Returns whether the limiter is open, as a circuit breaker is during an outage.
     *
     * @return {@code true} if subscriptions are admitted one at a time as probes, {@code false} in the healthy state
     */
    public boolean isOpen() {
        return open;
    }

    void signal(Runnable change) {
        mailbox.execute(change);
    }

    void leave(SlotWaiter<?> waiter, boolean succeeded, @Nullable Throwable error) {
        if (!waiter.isActive()) {
            ordinary.remove(waiter);
            first.remove(waiter);
            return;
        }
        active--;
        if (error != null && isOutage.test(error)) {
            failed(waiter.isProbe());
        } else if (succeeded || error != null) {
            // Any other error also shows that there is no outage.
            succeeded();
        }
    }

    private void succeeded() {
        budget.deposit();
        window = open ? 1 : Math.min(limit, window + 1);
        open = false;
        probes = 0;
        stopTimer();
    }

    private void failed(boolean probe) {
        boolean opens = !open && !budget.withdraw();
        if (opens || (open && probe)) {
            open = true;
            window = 1;
            probes++;
            nextProbe = now() + PROBING.delay(probes, random.getAsDouble()).toNanos();
            stopTimer();
        }
    }

    private void admit() {
        if (ordinary.isEmpty() && first.isEmpty()) {
            stopTimer();
        }
        while (active < window && !(ordinary.isEmpty() && first.isEmpty())) {
            long wait = open ? nextProbe - now() : 0;
            if (wait > 0) {
                await(wait);
                return;
            }
            SlotWaiter<?> next = next();
            if (!next.isLeaving()) {
                active++;
                next.activate(open);
            }
        }
    }

    private SlotWaiter<?> next() {
        Set<SlotWaiter<?>> queue = first.isEmpty() || (!turnOfFirst && !ordinary.isEmpty()) ? ordinary : first;
        turnOfFirst = queue == ordinary;
        SlotWaiter<?> next = queue.iterator().next();
        queue.remove(next);
        return next;
    }

    private void await(long wait) {
        if (timer != null) {
            return;
        }
        try {
            timer = scheduler.schedule(() -> signal(this::stopTimer), wait, TimeUnit.NANOSECONDS);
        } catch (RejectedExecutionException e) {
            ordinary.forEach(waiter -> waiter.reject(e));
            first.forEach(waiter -> waiter.reject(e));
            ordinary.clear();
            first.clear();
        }
    }

    /** Ends the wait for the next probe; {@link #admit} starts another one if it is still needed. */
    private void stopTimer() {
        if (timer != null) {
            timer.dispose();
            timer = null;
        }
    }

    private long now() {
        return scheduler.now(TimeUnit.NANOSECONDS);
    }

    /** A source that is subscribed to when it is admitted. */
    private final class Limited<T> implements Publisher<T> {

        private final Publisher<T> source;
        private final Set<SlotWaiter<?>> queue;

        Limited(Publisher<T> source, Set<SlotWaiter<?>> queue) {
            this.source = source;
            this.queue = queue;
        }

        @Override
        public void subscribe(Subscriber<? super T> subscriber) {
            CoreSubscriber<? super T> actual = Operators.toCoreSubscriber(subscriber);
            SlotWaiter<T> waiter = new SlotWaiter<>(ConcurrencyLimiter.this, source, actual);
            actual.onSubscribe(waiter);
            signal(() -> {
                if (!waiter.isLeaving()) {
                    queue.add(waiter);
                }
            });
        }
    }
}
