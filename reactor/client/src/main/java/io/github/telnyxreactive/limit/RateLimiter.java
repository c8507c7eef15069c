package io.github.telnyxreactive.limit;

import io.github.telnyxreactive.error.FailedCall;
import io.github.telnyxreactive.error.RateLimiterRejectedException;
import io.github.telnyxreactive.http.RateLimitHeaders;
import io.github.telnyxreactive.internal.operator.DefaultScheduler;
import io.github.telnyxreactive.internal.operator.Mailbox;
import io.github.telnyxreactive.internal.policy.ServerWindow;
import io.github.telnyxreactive.internal.policy.TokenBucket;
import io.github.telnyxreactive.policy.RateLimit;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
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
import reactor.util.context.Context;

/**
 * Limits the rate of subscriptions, first come, first served. The client itself uses it, but it works on any
 * {@link Mono} or {@link Flux}.
 *
 * <pre>{@code
 * RateLimiter limiter = RateLimiter.create(RateLimit.perSecond(50));
 * mono.transformDeferred(limiter::limit)
 * }</pre>
 *
 * <p>Each subscription takes one permit, including those of retries and repetitions. Waiting blocks no thread;
 * cancelling while waiting leaves the queue. The queue is bounded: if it is full, {@link RateLimiterRejectedException}
 * is emitted. Demand, context and signals of the source pass through unchanged.
 *
 * <p>The limiter uses no locks. A source may be subscribed to on the thread of another subscriber or of the timer.
 */
public final class RateLimiter {

    private final RateLimit limit;
    private final Scheduler scheduler;
    private final TokenBucket bucket;
    private final ServerWindow window;
    private final Mailbox mailbox = new Mailbox(this::grant);
    private final Set<PermitWaiter<?>> waiters = new LinkedHashSet<>();
    private volatile boolean restricted;
    private volatile int waiting;
    private final Permit free = new Free();
    private @Nullable Disposable timer;
    private long timers;
    private long nextTick;

    private RateLimiter(RateLimit limit, Duration longestPause, Scheduler scheduler) {
        this.limit = limit;
        this.scheduler = scheduler;
        this.bucket = new TokenBucket(limit);
        this.window = new ServerWindow(longestPause);
        this.restricted = !Double.isInfinite(limit.permitsPerSecond());
    }

    /**
     * Creates a limiter that pauses for at most 60 s when the service requests it, and is timed by
     * {@link Schedulers#parallel()}.
     *
     * @param limit the rate, the burst and the capacity of the queue
     * @return the limiter, to be shared by all subscriptions that count towards the limit
     */
    public static RateLimiter create(RateLimit limit) {
        return create(limit, Duration.ofSeconds(60), DefaultScheduler.INSTANCE);
    }

    /**
     * Creates a limiter.
     *
     * @param limit the rate, the burst and the capacity of the queue
     * @param longestPause the maximum time to pause when the service requests it
     * @param scheduler the clock and the timer
     * @return the limiter, to be shared by all subscriptions that count towards the limit
     */
    public static RateLimiter create(RateLimit limit, Duration longestPause, Scheduler scheduler) {
        return new RateLimiter(limit, longestPause, scheduler);
    }

    /**
     * Delays each subscription to a source until there is a permit.
     *
     * @param source the source
     * @param <T> the type of the value
     * @return the source, subscribed to as soon as there is a permit
     */
    public <T> Mono<T> limit(Mono<T> source) {
        return limitWithPermit(permit -> source);
    }

    /**
     * Delays each subscription to a source until there is a permit. The number of its elements does not matter.
     *
     * @param source the source
     * @param <T> the type of the elements
     * @return the source, subscribed to as soon as there is a permit
     */
    public <T> Flux<T> limit(Flux<T> source) {
        return Flux.from(new Limited<>(permit -> source));
    }

    /**
     * Delays each subscription until there is a permit, with which the source can report the response to the limiter.
     *
     * @param source creates the source, given the permit
     * @param <T> the type of the value
     * @return the source, subscribed to as soon as there is a permit
     */
    public <T> Mono<T> limitWithPermit(Function<? super Permit, ? extends Mono<T>> source) {
        return Mono.fromDirect(new Limited<>(source));
    }

    /**
     * Delays each subscription until there is a permit, with which the source can report the response to the limiter.
     *
     * @param source creates the source, given the permit
     * @param <T> the type of the elements
     * @return the source, subscribed to as soon as there is a permit
     */
    public <T> Flux<T> limitManyWithPermit(Function<? super Permit, ? extends Flux<T>> source) {
        return Flux.from(new Limited<>(source));
    }

    /**
     * Returns the number of subscriptions that wait for a permit.
     *
     * @return the length of the queue
     */
    public int waiting() {
        return waiting;
    }

    void signal(Runnable change) {
        mailbox.execute(change);
    }

    void enter(PermitWaiter<?> waiter) {
        if (waiter.isLeaving()) {
            return;
        }
        boolean full = waiters.size() >= limit.queueCapacity();
        if (full && (!waiters.isEmpty() || waitNanos() > 0)) {
            waiter.reject(new RateLimiterRejectedException(FailedCall.none(), limit.queueCapacity()));
        } else {
            waiters.add(waiter);
        }
    }

    void leave(PermitWaiter<?> waiter) {
        if (!waiters.remove(waiter) && waiter.isGranted()) {
            window.ended();
        }
    }

    void learn(RateLimitHeaders headers, long order) {
        restricted = true;
        window.learn(headers, order, now());
    }

    /** The request was not counted when it was sent. Of several such responses only the first is known to be new. */
    private void learnUncounted(RateLimitHeaders headers) {
        long order = window.sent();
        learn(headers, restricted ? 0 : order);
        window.ended();
    }

    void pause(Duration wait) {
        restricted = true;
        window.pause(wait, now());
    }

    private void grant() {
        long wait = 0;
        while (!waiters.isEmpty()) {
            wait = waitNanos();
            if (wait > 0) {
                break;
            }
            PermitWaiter<?> first = waiters.iterator().next();
            waiters.remove(first);
            if (!first.isLeaving()) {
                bucket.take(now());
                waiting = waiters.size();
                first.grant(window.sent());
            }
        }
        waiting = waiters.size();
        await(wait);
    }

    private void await(long wait) {
        long tick = now() + wait;
        if (timer != null && (waiters.isEmpty() || tick < nextTick)) {
            timer.dispose();
            timer = null;
        }
        if (waiters.isEmpty() || timer != null) {
            return;
        }
        try {
            nextTick = tick;
            long number = ++timers;
            timer = scheduler.schedule(() -> signal(() -> timerFired(number)), wait, TimeUnit.NANOSECONDS);
        } catch (RejectedExecutionException e) {
            waiters.forEach(waiter -> waiter.reject(e));
            waiters.clear();
            waiting = 0;
        }
    }

    /** A timer that fired while it was disposed of is not the current one. */
    private void timerFired(long number) {
        if (number == timers) {
            timer = null;
        }
    }

    private long waitNanos() {
        long now = now();
        return Math.max(bucket.waitNanos(now), window.waitNanos(now));
    }

    private long now() {
        return scheduler.now(TimeUnit.NANOSECONDS);
    }

    /** A source that is subscribed to with a permit. */
    private final class Limited<T> implements Publisher<T> {

        private final Function<? super Permit, ? extends Publisher<T>> source;

        Limited(Function<? super Permit, ? extends Publisher<T>> source) {
            this.source = source;
        }

        @Override
        public void subscribe(Subscriber<? super T> subscriber) {
            CoreSubscriber<? super T> actual = Operators.toCoreSubscriber(subscriber);
            if (!restricted) {
                unlimited(actual.currentContext()).subscribe(actual);
                return;
            }
            PermitWaiter<T> waiter = new PermitWaiter<>(RateLimiter.this, source, actual);
            actual.onSubscribe(waiter);
            signal(() -> enter(waiter));
        }

        private Publisher<T> unlimited(Context context) {
            try {
                return Objects.requireNonNull(source.apply(free), "source");
            } catch (Throwable e) {
                return Flux.error(Operators.onOperatorError(e, context));
            }
        }
    }

    /** The permit of every request while no limit is known. */
    private final class Free implements Permit {

        @Override
        public void learn(RateLimitHeaders headers) {
            if (headers.isComplete()) {
                signal(() -> learnUncounted(headers));
            }
        }

        @Override
        public void pause(Duration wait) {
            signal(() -> RateLimiter.this.pause(wait));
        }
    }
}
