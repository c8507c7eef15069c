package io.github.telnyxreactive.limit;

import io.github.telnyxreactive.error.TelnyxException;
import io.github.telnyxreactive.internal.operator.DefaultScheduler;
import io.github.telnyxreactive.operation.Safety;
import io.github.telnyxreactive.policy.RetryPolicy;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.BiConsumer;
import java.util.function.DoubleSupplier;
import java.util.function.Predicate;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;
import reactor.util.retry.Retry;

/**
 * Retries with exponential backoff and full jitter, added to the delay that the service requests, which the policy
 * caps. The client itself uses it, but it works on any {@link Mono} or {@link Flux}.
 *
 * <pre>{@code
 * mono.retryWhen(JitteredRetry.of(RetryPolicy.defaults().withMaxAttempts(3)))
 * }</pre>
 *
 * <p>When the attempts are exhausted, or an error is not retryable, that error itself is emitted. Waiting blocks no
 * thread, and cancelling ends the wait. Every attempt sees the context of the subscriber. Immutable: one instance
 * serves any number of subscriptions, each of which counts its own attempts.
 *
 * <p>{@code retryWhen} itself may lose a cancellation that comes while a source calls {@code onSubscribe} (<a
 * href="https://github.com/reactor/reactor-core/issues/4398">#4398</a> of Reactor); calls of the client do not depend on
 * it.
 */
public final class JitteredRetry extends Retry {

    private final RetryPolicy policy;
    private final Predicate<? super Throwable> filter;
    private final Scheduler scheduler;
    private final DoubleSupplier random;
    private final BiConsumer<? super Throwable, Duration> beforeRetry;

    private JitteredRetry(
            RetryPolicy policy,
            Predicate<? super Throwable> filter,
            Scheduler scheduler,
            DoubleSupplier random,
            BiConsumer<? super Throwable, Duration> beforeRetry) {
        this.policy = policy;
        this.filter = filter;
        this.scheduler = scheduler;
        this.random = random;
        this.beforeRetry = beforeRetry;
    }

    /**
     * Creates a retry. It retries an error of this library if the request certainly had no effect, and every other
     * {@link Exception}.
     *
     * @param policy how often to retry, and after which delays
     * @return the retry
     */
    public static JitteredRetry of(RetryPolicy policy) {
        return new JitteredRetry(
                policy,
                JitteredRetry::isHarmless,
                DefaultScheduler.INSTANCE,
                () -> ThreadLocalRandom.current().nextDouble(),
                (failure, wait) -> {});
    }

    private static boolean isHarmless(Throwable failure) {
        return failure instanceof TelnyxException
                ? RetryPolicy.isRetryable(failure, Safety.NOT_IDEMPOTENT)
                : failure instanceof Exception;
    }

    /**
     * Returns a copy that retries the given errors.
     *
     * @param retryable returns whether an error is retried; it is called once for each error until the attempts are
     *     exhausted
     * @return the copy
     */
    public JitteredRetry filter(Predicate<? super Throwable> retryable) {
        return new JitteredRetry(policy, retryable, scheduler, random, beforeRetry);
    }

    /**
     * Returns a copy with the given scheduler, which times the waits and subscribes to the next attempt. The default is
     * {@link Schedulers#parallel()}.
     *
     * @param timer the scheduler
     * @return the copy
     */
    public JitteredRetry scheduler(Scheduler timer) {
        return new JitteredRetry(policy, filter, timer, random, beforeRetry);
    }

    /**
     * Returns a copy with the given random numbers for the jitter.
     *
     * @param numbers supplies random numbers, at least 0 and below 1
     * @return the copy
     */
    public JitteredRetry random(DoubleSupplier numbers) {
        return new JitteredRetry(policy, filter, scheduler, numbers, beforeRetry);
    }

    /**
     * Returns a copy that calls a consumer before each wait for another attempt, to log it for example.
     *
     * @param consumer receives the error of the last attempt and the wait before the next one; what it throws is
     *     emitted as the error
     * @return the copy
     */
    public JitteredRetry doBeforeRetry(BiConsumer<? super Throwable, Duration> consumer) {
        return new JitteredRetry(policy, filter, scheduler, random, consumer);
    }

    @Override
    public Publisher<?> generateCompanion(Flux<RetrySignal> failures) {
        return failures.concatMap(failure -> next(failure.totalRetries() + 1, failure.failure()));
    }

    private Mono<Long> next(long attempts, Throwable failure) {
        if (attempts >= policy.maxAttempts() || !filter.test(failure)) {
            return Mono.error(failure);
        }
        Duration wait = policy.delay(attempts, failure, random.getAsDouble());
        beforeRetry.accept(failure, wait);
        return Mono.delay(wait, scheduler);
    }
}
