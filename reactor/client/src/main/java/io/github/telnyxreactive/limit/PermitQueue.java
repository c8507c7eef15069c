package io.github.telnyxreactive.limit;

import io.github.telnyxreactive.error.FailedCall;
import io.github.telnyxreactive.error.RateLimiterRejectedException;
import io.github.telnyxreactive.internal.operator.DefaultScheduler;
import io.github.telnyxreactive.internal.operator.MonotonicScheduler;
import io.github.telnyxreactive.internal.policy.ConcurrencyGate;
import io.github.telnyxreactive.internal.policy.FixedGate;
import io.github.telnyxreactive.internal.policy.Gate;
import io.github.telnyxreactive.internal.policy.Outage;
import io.github.telnyxreactive.internal.policy.RateGate;
import io.github.telnyxreactive.policy.Backoff;
import io.github.telnyxreactive.policy.RateLimit;
import io.github.telnyxreactive.policy.RetryBudget;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.DoubleSupplier;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/**
 * Grants permits, first come, first served: at a {@link #rate rate}, or a {@link #concurrency limited number} or a
 * {@link #fixed fixed number} at the same time. The client itself uses it, but it works on any {@link Mono} or {@link Flux}.
 *
 * <pre>{@code
 * PermitQueue permits = PermitQueue.rate(RateLimit.perSecond(50));
 * mono.transformDeferred(permits::limit)
 * }</pre>
 *
 * <p>Each subscription takes one permit, including those of retries and repetitions. Waiting blocks no thread;
 * cancelling while waiting leaves the queue. If the queue is full, {@link RateLimiterRejectedException} is emitted.
 * Demand, context and signals of a source pass through unchanged.
 *
 * <p>A subscriber that finds a permit is served on its own thread, one that has waited on a thread of the scheduler.
 * What a subscriber does delays or stops no other, as long as the scheduler has a free thread: give sources that block
 * a scheduler for that, {@link Schedulers#boundedElastic()} for example.
 */
public final class PermitQueue {

    private static final Backoff PROBING = new Backoff(Duration.ofMillis(500), Duration.ofSeconds(10));
    private static final double RETRIES_PER_SUCCESS = 0.5;
    private static final int RESERVE = 10;

    private final WaitingLine line;
    private final @Nullable Outage outage;

    private PermitQueue(WaitingLine line, @Nullable Outage outage) {
        this.line = line;
        this.outage = outage;
    }

    /**
     * Creates a queue that grants permits at a rate. It pauses for at most 60 s when the service requests it, and is
     * timed by {@link Schedulers#parallel()}.
     *
     * @param limit the rate, the burst and the capacity of the queue
     * @return the queue, to be shared by all subscriptions that count towards the limit
     */
    public static PermitQueue rate(RateLimit limit) {
        return rate(limit, Duration.ofSeconds(60), DefaultScheduler.INSTANCE);
    }

    /**
     * Creates a queue that grants permits at a rate.
     *
     * @param limit the rate, the burst and the capacity of the queue
     * @param longestPause the maximum time to pause when the service requests it
     * @param scheduler times the waits, and serves those who have waited
     * @return the queue, to be shared by all subscriptions that count towards the limit
     */
    public static PermitQueue rate(RateLimit limit, Duration longestPause, Scheduler scheduler) {
        Gate gate = new RateGate(limit, longestPause);
        return new PermitQueue(
                new WaitingLine(gate, null, limit.queueCapacity(), null, MonotonicScheduler.of(scheduler)), null);
    }

    /**
     * Creates a queue that limits the number of permits in use, timed by {@link Schedulers#parallel()}.
     *
     * @param limit the maximum number of permits in use, at least 1
     * @param isOutage returns whether an error indicates an outage of what the permits are used for
     * @return the queue, to be shared by all subscriptions that count towards the limit
     * @see #concurrency(int, Predicate, Scheduler, DoubleSupplier)
     */
    public static PermitQueue concurrency(int limit, Predicate<? super Throwable> isOutage) {
        return concurrency(
                limit,
                isOutage,
                DefaultScheduler.INSTANCE,
                () -> ThreadLocalRandom.current().nextDouble());
    }

    /**
     * Creates a queue that limits the number of permits in use, and opens like a circuit breaker during an outage of
     * what they are used for.
     *
     * <p>It starts slowly: at first one permit is in use at a time. Each success raises that number by one, up to the
     * limit, and so do each five seconds in which nothing succeeds or fails. The first element of a source counts as a
     * success, so that an endless source holds up no other. Failures that indicate an outage withdraw from a
     * {@link RetryBudget} that successes fill; when it is empty, the queue opens: from then on one permit at a time is
     * granted as a probe, after growing waits, until something succeeds. Then it closes, and starts slowly again.
     *
     * @param limit the maximum number of permits in use, at least 1
     * @param isOutage returns whether an error indicates an outage of what the permits are used for
     * @param scheduler times the waits, and serves those who have waited
     * @param random supplies random numbers for the jitter of the waits before probes, at least 0 and below 1
     * @return the queue, to be shared by all subscriptions that count towards the limit
     */
    public static PermitQueue concurrency(
            int limit, Predicate<? super Throwable> isOutage, Scheduler scheduler, DoubleSupplier random) {
        Outage outage = new Outage(RetryBudget.of(RETRIES_PER_SUCCESS, RESERVE), PROBING, random);
        Gate gate = new ConcurrencyGate(limit, outage);
        return new PermitQueue(
                new WaitingLine(gate, isOutage, Integer.MAX_VALUE, null, MonotonicScheduler.of(scheduler)), outage);
    }

    /**
     * Creates a queue for a fixed number of permits, like a semaphore. It is timed by {@link Schedulers#parallel()}.
     *
     * @param permits the maximum number of permits in use, at least 1
     * @param queueCapacity the maximum number of those who wait, at least 0
     * @param maxWait how long to wait for a permit; a {@link java.util.concurrent.TimeoutException} is emitted then
     * @return the queue, to be shared by all subscriptions that count towards the limit
     */
    public static PermitQueue fixed(int permits, int queueCapacity, Duration maxWait) {
        return new PermitQueue(
                new WaitingLine(new FixedGate(permits), null, queueCapacity, maxWait, DefaultScheduler.INSTANCE), null);
    }

    /**
     * Waits for a permit, once for each subscription, from the time that it is requested on. Whoever receives it
     * releases it; a permit that was granted to a subscriber that has cancelled is released.
     *
     * @return the permit; {@link RateLimiterRejectedException} if the queue is full
     */
    public Mono<Permit> acquire() {
        return line.ordinary();
    }

    /**
     * Waits for a permit like {@link #acquire()}, in a line of its own: both lines take turns, so that neither starves
     * the other, however long it is.
     *
     * @return the permit; {@link RateLimiterRejectedException} if the queue is full
     */
    public Mono<Permit> acquireFirst() {
        return line.first();
    }

    /**
     * Delays each subscription to a source until there is a permit, which it holds until it ends.
     *
     * @param source the source
     * @param <T> the type of the value
     * @return the source, subscribed to as soon as there is a permit
     */
    public <T> Mono<T> limit(Mono<T> source) {
        Objects.requireNonNull(source, "source");
        return limit(acquire(), permit -> source);
    }

    /**
     * Delays each subscription to a source until there is a permit, which it holds until it ends. The number of its
     * elements does not matter.
     *
     * @param source the source
     * @param <T> the type of the elements
     * @return the source, subscribed to as soon as there is a permit
     */
    public <T> Flux<T> limit(Flux<T> source) {
        Objects.requireNonNull(source, "source");
        return limitMany(acquire(), permit -> source);
    }

    /**
     * Delays each subscription to a source until a permit was acquired, which it holds until it ends: an element, the
     * completion or the error is reported to the permit, and then it is released.
     *
     * @param permits emits a permit, as {@link #acquire()} does
     * @param source creates the source, given its permit
     * @param <T> the type of the value
     * @return the source, subscribed to as soon as there is a permit
     */
    public static <T> Mono<T> limit(
            Mono<? extends Permit> permits, Function<? super Permit, ? extends Mono<T>> source) {
        return new LimitedMono<>(permits, source);
    }

    /**
     * Delays each subscription to a source until a permit was acquired, which it holds until it ends: the first
     * element, the completion or the error is reported to the permit, and then it is released.
     *
     * @param permits emits a permit, as {@link #acquire()} does
     * @param source creates the source, given its permit
     * @param <T> the type of the elements
     * @return the source, subscribed to as soon as there is a permit
     */
    public static <T> Flux<T> limitMany(
            Mono<? extends Permit> permits, Function<? super Permit, ? extends Flux<T>> source) {
        return new LimitedFlux<>(permits, source);
    }

    /**
     * Returns the number of subscriptions that wait for a permit.
     *
     * @return the length of the queue
     */
    public int waiting() {
        return line.length();
    }

    /**
     * Returns whether the queue is open, as a circuit breaker is during an outage.
     *
     * @return {@code true} if permits are granted one at a time as probes, {@code false} in the healthy state
     */
    public boolean isOpen() {
        return outage != null && outage.isOpen();
    }

    static RateLimiterRejectedException full(int capacity) {
        return new RateLimiterRejectedException(FailedCall.none(), capacity);
    }
}
