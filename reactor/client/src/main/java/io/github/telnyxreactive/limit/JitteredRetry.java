package io.github.telnyxreactive.limit;

import io.github.telnyxreactive.error.TelnyxException;
import io.github.telnyxreactive.operation.Safety;
import io.github.telnyxreactive.policy.RetryPolicy;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.DoubleSupplier;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;
import reactor.util.retry.Retry;

/**
 * Tries again after exponential waits with full jitter, at least as long as the service asks for: the client's own retry,
 * for use on any {@link Mono} or {@link Flux}.
 *
 * <pre>{@code
 * mono.retryWhen(JitteredRetry.of(RetryPolicy.defaults().withMaxAttempts(3)))
 * }</pre>
 *
 * <p>When the attempts are used up, or an error is not to be retried, that error itself is emitted. Waiting costs no
 * thread; cancelling while waiting ends the wait. The subscriber's context is there at every attempt. Immutable: one
 * instance serves any number of subscriptions, each of which counts its own attempts.
 */
public final class JitteredRetry extends Retry {

    private final RetryPolicy policy;
    private final Predicate<? super Throwable> filter;
    private final @Nullable Scheduler scheduler;
    private final DoubleSupplier random;

    private JitteredRetry(
            RetryPolicy policy,
            Predicate<? super Throwable> filter,
            @Nullable Scheduler scheduler,
            DoubleSupplier random) {
        this.policy = policy;
        this.filter = filter;
        this.scheduler = scheduler;
        this.random = random;
    }

    /**
     * Creates a retry. Of the client's own errors it retries those that surely had no effect; of all others every one
     * that is an {@link Exception}.
     *
     * @param policy how many attempts, and which waits
     * @return the retry
     */
    public static JitteredRetry of(RetryPolicy policy) {
        return new JitteredRetry(
                policy,
                JitteredRetry::isHarmless,
                null,
                () -> ThreadLocalRandom.current().nextDouble());
    }

    private static boolean isHarmless(Throwable failure) {
        return failure instanceof TelnyxException
                ? RetryPolicy.isRetryable(failure, Safety.NOT_IDEMPOTENT)
                : failure instanceof Exception;
    }

    /**
     * Chooses which errors are retried.
     *
     * @param retryable tells whether another attempt is harmless and may help; it is asked once for each error that comes
     *     before the attempts are used up
     * @return a retry that differs in this
     */
    public JitteredRetry filter(Predicate<? super Throwable> retryable) {
        return new JitteredRetry(policy, retryable, scheduler, random);
    }

    /**
     * Chooses where the waits are timed, and the next attempt is subscribed to.
     *
     * @param timer a scheduler; {@link Schedulers#parallel()} if none is chosen
     * @return a retry that differs in this
     */
    public JitteredRetry scheduler(Scheduler timer) {
        return new JitteredRetry(policy, filter, timer, random);
    }

    /**
     * Chooses where the jitter comes from.
     *
     * @param numbers random numbers, at least 0 and below 1
     * @return a retry that differs in this
     */
    public JitteredRetry random(DoubleSupplier numbers) {
        return new JitteredRetry(policy, filter, scheduler, numbers);
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
        return Mono.delay(wait, scheduler == null ? Schedulers.parallel() : scheduler);
    }
}
