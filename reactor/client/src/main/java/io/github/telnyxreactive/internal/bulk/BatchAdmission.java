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

    @Override
    public <T> Mono<T> admit(Endpoint<?> endpoint, Mono<T> attempt) {
        Mono<T> limited = rate == null ? attempt : rate.limit(attempt);
        return PermitQueue.limit(acquire(endpoint), permit -> limited);
    }

    @Override
    public <T> Flux<T> admitMany(Endpoint<?> endpoint, Flux<T> attempt) {
        Flux<T> limited = rate == null ? attempt : rate.limit(attempt);
        return PermitQueue.limitMany(acquire(endpoint), permit -> limited);
    }

    private Mono<Permit> acquire(Endpoint<?> endpoint) {
        return endpoint.safety() == Safety.SAFE ? concurrency.acquire() : concurrency.acquireFirst();
    }

    @Override
    public boolean allowsRetry(int attempts) {
        return attempts < maxAttempts || concurrency.isOpen();
    }
}
