package io.github.telnyxreactive.limit;

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
 * Lets no more than a number of subscriptions be active at once, and only a trickle while what they subscribe to is out of
 * service. For use on any {@link Mono}.
 *
 * <pre>{@code
 * ConcurrencyLimiter limiter = ConcurrencyLimiter.create(64, failure -> failure instanceof IOException);
 * mono.transformDeferred(limiter::limit)
 * }</pre>
 *
 * <p>It starts slowly: the first subscription goes alone, and each success lets one more be active beside it, up to the
 * limit. Failures that are a sign of an outage draw on a {@link RetryBudget} that successes fill; when it is empty, the
 * limiter closes: from then on one subscription at a time is let through to probe, after waits that grow, until one
 * succeeds. Then it starts slowly again.
 *
 * <p>The others wait in two lines, {@link #limit ordinary} and {@link #limitFirst first}, which take turns, so that
 * neither keeps the other from going on. Waiting costs no thread; cancelling while waiting gives the place back. Demand,
 * context and signals of the source pass through untouched.
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
    private final Mailbox mailbox = new Mailbox(this::letThrough);
    private final Set<SlotWaiter<?>> ordinary = new LinkedHashSet<>();
    private final Set<SlotWaiter<?>> first = new LinkedHashSet<>();
    private volatile boolean closed;
    private int window = 1;
    private int active;
    private boolean turnOfFirst = true;
    private long probes;
    private long nextProbe;
    private @Nullable Disposable timer;

    private ConcurrencyLimiter(
            int limit, Predicate<? super Throwable> isOutage, Scheduler scheduler, DoubleSupplier random) {
        if (limit < 1) {
            throw new IllegalArgumentException("at least 1 subscription must be allowed to be active, not " + limit);
        }
        this.limit = limit;
        this.isOutage = isOutage;
        this.scheduler = scheduler;
        this.random = random;
    }

    /**
     * Creates a limiter that is timed by {@link Schedulers#parallel()}.
     *
     * @param limit how many subscriptions may be active at once, at least 1
     * @param isOutage tells which errors are a sign that what is subscribed to is out of service; it must not throw
     * @return the limiter, to be shared by all that the limit is for
     */
    public static ConcurrencyLimiter create(int limit, Predicate<? super Throwable> isOutage) {
        return create(
                limit,
                isOutage,
                Schedulers.parallel(),
                () -> ThreadLocalRandom.current().nextDouble());
    }

    /**
     * Creates a limiter.
     *
     * @param limit how many subscriptions may be active at once, at least 1
     * @param isOutage tells which errors are a sign that what is subscribed to is out of service; it must not throw
     * @param scheduler the clock and the timer of the waits before probes
     * @param random what these waits are varied with: numbers, at least 0 and below 1
     * @return the limiter, to be shared by all that the limit is for
     */
    public static ConcurrencyLimiter create(
            int limit, Predicate<? super Throwable> isOutage, Scheduler scheduler, DoubleSupplier random) {
        return new ConcurrencyLimiter(limit, isOutage, scheduler, random);
    }

    /**
     * Lets each subscription to a source through when there is room.
     *
     * @param source what to limit
     * @param <T> what it emits
     * @return the source, subscribed to as soon as there is room
     */
    public <T> Mono<T> limit(Mono<T> source) {
        return Mono.fromDirect(new Limited<>(source, ordinary));
    }

    /**
     * Lets each subscription to a source through when there is room, which it takes up until it ends.
     *
     * @param source what to limit
     * @param <T> what it emits
     * @return the source, subscribed to as soon as there is room
     */
    public <T> Flux<T> limit(Flux<T> source) {
        return Flux.from(new Limited<>(source, ordinary));
    }

    /**
     * Lets each subscription to a source through when there is room, in a line of its own, and takes up room until it ends.
     *
     * @param source what to limit
     * @param <T> what it emits
     * @return the source, subscribed to as soon as there is room
     */
    public <T> Flux<T> limitFirst(Flux<T> source) {
        return Flux.from(new Limited<>(source, first));
    }

    /**
     * Lets each subscription to a source through when there is room, in a line of its own that takes turns with the
     * ordinary one.
     *
     * @param source what to limit
     * @param <T> what it emits
     * @return the source, subscribed to as soon as there is room
     */
    public <T> Mono<T> limitFirst(Mono<T> source) {
        return Mono.fromDirect(new Limited<>(source, first));
    }

    /**
     * Tells whether subscriptions are let through one at a time, to probe.
     *
     * @return whether the last failures were signs of an outage
     */
    public boolean isClosed() {
        return closed;
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
            // An error of another kind is an answer as well.
            succeeded();
        }
    }

    private void succeeded() {
        budget.deposit();
        window = closed ? 1 : Math.min(limit, window + 1);
        closed = false;
        probes = 0;
        rest();
    }

    private void failed(boolean probe) {
        boolean closes = !closed && !budget.withdraw();
        if (closes || (closed && probe)) {
            closed = true;
            window = 1;
            probes++;
            nextProbe = now() + PROBING.delay(probes, random.getAsDouble()).toNanos();
            rest();
        }
    }

    private void letThrough() {
        if (ordinary.isEmpty() && first.isEmpty()) {
            rest();
        }
        while (active < window && !(ordinary.isEmpty() && first.isEmpty())) {
            long wait = closed ? nextProbe - now() : 0;
            if (wait > 0) {
                await(wait);
                return;
            }
            SlotWaiter<?> next = next();
            if (!next.isLeaving()) {
                active++;
                next.activate(closed);
            }
        }
    }

    private SlotWaiter<?> next() {
        Set<SlotWaiter<?>> line = first.isEmpty() || (!turnOfFirst && !ordinary.isEmpty()) ? ordinary : first;
        turnOfFirst = line == ordinary;
        SlotWaiter<?> next = line.iterator().next();
        line.remove(next);
        return next;
    }

    private void await(long wait) {
        if (timer != null) {
            return;
        }
        try {
            timer = scheduler.schedule(() -> signal(this::rest), wait, TimeUnit.NANOSECONDS);
        } catch (RejectedExecutionException e) {
            ordinary.forEach(waiter -> waiter.reject(e));
            first.forEach(waiter -> waiter.reject(e));
            ordinary.clear();
            first.clear();
        }
    }

    /** Ends the wait for the next probe; whoever still has to wait begins again. */
    private void rest() {
        if (timer != null) {
            timer.dispose();
            timer = null;
        }
    }

    private long now() {
        return scheduler.now(TimeUnit.NANOSECONDS);
    }

    /** A source that is subscribed to when there is room. */
    private final class Limited<T> implements Publisher<T> {

        private final Publisher<T> source;
        private final Set<SlotWaiter<?>> line;

        Limited(Publisher<T> source, Set<SlotWaiter<?>> line) {
            this.source = source;
            this.line = line;
        }

        @Override
        public void subscribe(Subscriber<? super T> subscriber) {
            CoreSubscriber<? super T> actual = Operators.toCoreSubscriber(subscriber);
            SlotWaiter<T> waiter = new SlotWaiter<>(ConcurrencyLimiter.this, source, actual);
            actual.onSubscribe(waiter);
            signal(() -> {
                if (!waiter.isLeaving()) {
                    line.add(waiter);
                }
            });
        }
    }
}
