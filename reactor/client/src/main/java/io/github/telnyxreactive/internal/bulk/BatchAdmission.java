package io.github.telnyxreactive.internal.bulk;

import io.github.telnyxreactive.bulk.BatchOptions;
import io.github.telnyxreactive.error.Delivery;
import io.github.telnyxreactive.error.RateLimitException;
import io.github.telnyxreactive.error.RateLimiterRejectedException;
import io.github.telnyxreactive.error.TelnyxException;
import io.github.telnyxreactive.internal.exchange.Admission;
import io.github.telnyxreactive.limit.Permit;
import io.github.telnyxreactive.limit.PermitQueue;
import io.github.telnyxreactive.operation.Endpoint;
import io.github.telnyxreactive.operation.Safety;
import io.github.telnyxreactive.policy.RateLimit;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/**
 * Admits the requests of one batch: a limited number at a time, triggers and polls in turn, and only one probe at a
 * time during an outage of the service. A slot is held during each attempt, and released while a call waits for the
 * next one.
 */
final class BatchAdmission implements Admission {

    private final PermitQueue concurrency;
    private final @Nullable PermitQueue rate;
    private final int maxAttempts;
    private final WaitingAttempts waiting = new WaitingAttempts();

    BatchAdmission(BatchOptions options, Duration longestPause, Scheduler scheduler) {
        this.concurrency = PermitQueue.concurrency(
                options.maxConcurrentRequests(),
                BatchAdmission::isOutage,
                scheduler,
                () -> ThreadLocalRandom.current().nextDouble());
        RateLimit limit = options.rateLimit();
        this.rate = limit == null ? null : PermitQueue.rate(limit, longestPause, scheduler);
        this.maxAttempts = options.maxAttempts();
    }

    private static boolean isOutage(Throwable error) {
        return error instanceof TelnyxException failure
                && failure.delivery() != Delivery.SETTLED
                && !(error instanceof RateLimitException)
                && !(error instanceof RateLimiterRejectedException);
    }

    @Override
    public void onCall() {
        // Successes fill the retry budget here, rather than calls.
    }

    WaitingAttempts waiting() {
        return waiting;
    }

    @Override
    public <T> Mono<T> admit(Endpoint<?> endpoint, Mono<Permit> permits, Function<Permit, Mono<T>> attempt) {
        return Mono.defer(() -> {
            WaitingAttempts.Attempt waits = waiting.enter();
            Mono<T> permitted = PermitQueue.limit(permits, permit -> {
                waits.leave();
                return attempt.apply(permit);
            });
            Mono<T> limited = rate == null ? permitted : rate.limit(permitted);
            return PermitQueue.limit(acquire(endpoint), permit -> limited).doFinally(signal -> waits.leave());
        });
    }

    @Override
    public <T> Flux<T> admitMany(Endpoint<?> endpoint, Mono<Permit> permits, Function<Permit, Flux<T>> attempt) {
        return Flux.defer(() -> {
            WaitingAttempts.Attempt waits = waiting.enter();
            Flux<T> permitted = PermitQueue.limitMany(permits, permit -> {
                waits.leave();
                return attempt.apply(permit);
            });
            Flux<T> limited = rate == null ? permitted : rate.limit(permitted);
            return PermitQueue.limitMany(acquire(endpoint), permit -> limited).doFinally(signal -> waits.leave());
        });
    }

    private Mono<Permit> acquire(Endpoint<?> endpoint) {
        return endpoint.safety() == Safety.SAFE ? concurrency.acquire() : concurrency.acquireFirst();
    }

    @Override
    public boolean allowsRetry(int attempts) {
        return attempts < maxAttempts || concurrency.isOpen();
    }
}
