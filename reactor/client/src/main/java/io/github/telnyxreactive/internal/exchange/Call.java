package io.github.telnyxreactive.internal.exchange;

import io.github.telnyxreactive.call.ApiResponse;
import io.github.telnyxreactive.call.CallListener;
import io.github.telnyxreactive.error.ClientClosedException;
import io.github.telnyxreactive.error.DeadlineExceededException;
import io.github.telnyxreactive.error.Delivery;
import io.github.telnyxreactive.error.FailedCall;
import io.github.telnyxreactive.error.RateLimitException;
import io.github.telnyxreactive.error.RateLimiterRejectedException;
import io.github.telnyxreactive.error.TelnyxException;
import io.github.telnyxreactive.http.Headers;
import io.github.telnyxreactive.http.RateLimitHeaders;
import io.github.telnyxreactive.internal.http.RetryAfter;
import io.github.telnyxreactive.internal.operator.Cancellation;
import io.github.telnyxreactive.internal.operator.Deadline;
import io.github.telnyxreactive.internal.operator.DemandDeadline;
import io.github.telnyxreactive.internal.page.PagePart;
import io.github.telnyxreactive.internal.transport.Attempt;
import io.github.telnyxreactive.json.Reading;
import io.github.telnyxreactive.limit.JitteredRetry;
import io.github.telnyxreactive.limit.Permit;
import io.github.telnyxreactive.operation.Endpoint;
import io.github.telnyxreactive.operation.Operation;
import io.github.telnyxreactive.policy.Backoff;
import io.github.telnyxreactive.policy.RetryPolicy;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Operators;
import reactor.util.context.Context;

/**
 * One subscription to a call: its attempts follow one another, each with its own permit, until one succeeds, one fails
 * permanently, or the deadline passes.
 *
 * @param <T> the type that a successful response is read as
 */
final class Call<T> {

    private static final int TOO_MANY_REQUESTS = 429;

    /** What the server has certainly not processed is not counted as an attempt; only the deadline ends it. */
    private static final RetryPolicy UNPROCESSED = RetryPolicy.defaults()
            .withMaxAttempts(Integer.MAX_VALUE)
            .withBackoff(new Backoff(Duration.ofMillis(10), Duration.ofMillis(500)));

    private final Exchange exchange;
    private final Operation<T> operation;
    private final byte @Nullable [] body;
    private final @Nullable String idempotencyKey;
    private final Duration deadline;
    private final long startedAt;
    private final Cancellation cancellation = new Cancellation();

    private @Nullable DemandDeadline demandDeadline;
    private volatile long waitingSince;
    private volatile int attempts;
    private volatile boolean outcomeUnknown;
    private volatile boolean lastUnprocessed;
    private volatile @Nullable CallAttempt current;
    private volatile @Nullable TelnyxException lastFailure;

    /**
     * Starts a call.
     *
     * @param exchange the exchange that executes it
     * @param operation the operation to execute
     * @param body the encoded body, {@code null} for none
     * @param idempotencyKey the idempotency key, {@code null} for none
     * @param deadline how long the call may take in total
     */
    Call(
            Exchange exchange,
            Operation<T> operation,
            byte @Nullable [] body,
            @Nullable String idempotencyKey,
            Duration deadline) {
        this.exchange = exchange;
        this.operation = operation;
        this.body = body;
        this.idempotencyKey = idempotencyKey;
        this.deadline = deadline;
        this.startedAt = now();
        this.waitingSince = startedAt;
    }

    /** Emits the response as a whole. */
    Mono<ApiResponse<T>> response() {
        Mono<ApiResponse<T>> attempts = Deadline.enforce(
                cancellation.observe(attempt().onErrorResume(this::retry)),
                deadline,
                exchange.resources().scheduler(),
                this::deadlineExceeded);
        Mono<ApiResponse<T>> call = exchange.closing().enforce(attempts, this::closed);
        return exchange.listener() == CallListener.NONE
                ? call
                : call.doOnSuccess(response -> terminated(null))
                        .doOnError(this::terminated)
                        .doOnCancel(this::cancelled);
    }

    private Mono<ApiResponse<T>> attempt() {
        return cancellation.enforce(exchange.admission()
                .admit(
                        endpoint(),
                        exchange.resources().permits().acquire(),
                        permit -> exchange.transport().send(newAttempt(permit))));
    }

    /** Most calls succeed at the first attempt, so the retry is assembled only for the others. */
    private Mono<ApiResponse<T>> retry(Throwable failure) {
        AtomicBoolean failed = new AtomicBoolean();
        return Mono.defer(() -> failed.compareAndSet(false, true) ? Mono.<ApiResponse<T>>error(failure) : attempt())
                .onErrorMap(this::recordFailure)
                .retryWhen(retryUnprocessed())
                .retryWhen(retryIf(this::isRetryable))
                .map(this::afterFailures);
    }

    private ApiResponse<T> afterFailures(ApiResponse<T> response) {
        return new ApiResponse<>(response.status(), response.headers(), response.body(), outcomeUnknown);
    }

    /** Emits the response in parts; once a part has been emitted, nothing is retried. */
    <R> Flux<R> parts(Function<Attempt<T>, Flux<R>> send) {
        AtomicBoolean emitted = new AtomicBoolean();
        Flux<R> parts = attempts(send)
                .doOnNext(part -> emitted.set(true))
                .retryWhen(retryIf(failure -> !emitted.get() && isRetryable(failure)));
        return observed(Deadline.enforce(
                cancellation.observe(parts), deadline, exchange.resources().scheduler(), this::deadlineExceeded));
    }

    /** Emits a page in parts; if it breaks off, the next attempt continues where the last one ended. */
    <E> Flux<PagePart<E>> page(Function<Attempt<T>, Flux<PagePart<E>>> send) {
        DemandDeadline time = new DemandDeadline(deadline, exchange.resources().scheduler());
        demandDeadline = time;
        Flux<PagePart<E>> parts = new PageProgress<E>()
                .resume(attempts(send))
                .doOnError(failure -> time.pauseWithoutDemand(false))
                .retryWhen(retryIf(this::isRetryable));
        return observed(time.enforce(cancellation.observe(parts), this::deadlineExceeded));
    }

    private <R> Flux<R> observed(Flux<R> call) {
        Flux<R> observed = exchange.closing().enforce(call, this::closed);
        return exchange.listener() == CallListener.NONE
                ? observed
                : observed.doOnComplete(() -> terminated(null))
                        .doOnError(this::terminated)
                        .doOnCancel(this::cancelled);
    }

    private void terminated(@Nullable Throwable error) {
        exchange.listener().onTerminate(endpoint().name(), elapsed(), error);
    }

    private void cancelled() {
        exchange.listener().onCancel(endpoint().name(), elapsed());
    }

    private <R> Flux<R> attempts(Function<Attempt<T>, Flux<R>> send) {
        return cancellation
                .enforce(exchange.admission()
                        .admitMany(
                                endpoint(),
                                exchange.resources().permits().acquire(),
                                permit -> send.apply(newAttempt(permit))))
                .onErrorMap(this::recordFailure)
                .retryWhen(retryUnprocessed());
    }

    private JitteredRetry retryUnprocessed() {
        return JitteredRetry.of(UNPROCESSED)
                .scheduler(exchange.resources().scheduler())
                .doBeforeRetry(this::logRetry)
                .filter(failure -> lastUnprocessed);
    }

    private JitteredRetry retryIf(Predicate<Throwable> filter) {
        return JitteredRetry.of(exchange.options().retry())
                .scheduler(exchange.resources().scheduler())
                .doBeforeRetry(this::logRetry)
                .filter(filter);
    }

    private void logRetry(Throwable failure, Duration wait) {
        CallLog.retries(endpoint().name(), failure, wait);
    }

    private CallAttempt newAttempt(Permit permit) {
        attempts++;
        CallAttempt attempt = new CallAttempt(permit, attempts, outcomeUnknown);
        current = attempt;
        return attempt;
    }

    /** Records the failure of an attempt, and returns the error to emit for it. */
    private Throwable recordFailure(Throwable failure) {
        CallAttempt failed = current;
        lastUnprocessed = failed != null && failed.isUnprocessed();
        if (failure instanceof RateLimiterRejectedException rejection) {
            return new RateLimiterRejectedException(failedCall(attempts, outcomeUnknown), rejection.capacity());
        }
        if (failure instanceof TelnyxException reason) {
            if (failed != null) {
                failed.log(reason);
            }
            if (lastUnprocessed) {
                attempts--;
            }
            current = null;
            waitingSince = now();
            lastFailure = reason;
            outcomeUnknown = !reason.isOutcomeKnown();
        }
        return failure;
    }

    /**
     * A request that was rejected because of the rate does not indicate an outage, and does not withdraw from the
     * budget.
     */
    private boolean isRetryable(Throwable failure) {
        return RetryPolicy.isRetryable(failure, endpoint().safety())
                && (failure instanceof RateLimitException
                        || exchange.admission().allowsRetry(attempts));
    }

    private DeadlineExceededException deadlineExceeded() {
        return new DeadlineExceededException(failedCall(attempts, outcomeUnknown), delivery(), deadline, lastFailure);
    }

    private ClientClosedException closed() {
        return new ClientClosedException(failedCall(attempts, outcomeUnknown), delivery(), lastFailure);
    }

    /** Returns how far the attempt in progress has got, or the last one if there is none. */
    private Delivery delivery() {
        CallAttempt unfinished = current;
        if (unfinished != null) {
            return unfinished.isSent() ? Delivery.UNKNOWN : Delivery.NOT_SENT;
        }
        TelnyxException failure = lastFailure;
        return failure == null ? Delivery.NOT_SENT : failure.delivery();
    }

    private FailedCall failedCall(int attempt, boolean earlierOutcomeUnknown) {
        return FailedCall.of(endpoint().name(), endpoint().route(), attempt, earlierOutcomeUnknown);
    }

    private Duration elapsed() {
        return since(startedAt);
    }

    private Duration since(long time) {
        return Duration.ofNanos(Math.max(0, now() - time));
    }

    private long now() {
        return exchange.resources().scheduler().now(TimeUnit.NANOSECONDS);
    }

    private Endpoint<T> endpoint() {
        return operation.endpoint();
    }

    /** One attempt, as the transport sees it. */
    private final class CallAttempt implements Attempt<T> {

        private final Permit permit;
        private final int number;
        private final boolean earlierOutcomeUnknown;
        private volatile boolean sent;
        private volatile boolean responded;
        private volatile boolean unprocessed;
        private volatile boolean cancelled;
        private volatile long sentAt;

        CallAttempt(Permit permit, int number, boolean earlierOutcomeUnknown) {
            this.permit = permit;
            this.number = number;
            this.earlierOutcomeUnknown = earlierOutcomeUnknown;
        }

        @Override
        public Operation<T> operation() {
            return operation;
        }

        @Override
        public byte @Nullable [] body() {
            return body;
        }

        @Override
        public @Nullable String idempotencyKey() {
            return idempotencyKey;
        }

        @Override
        public FailedCall failedCall() {
            return Call.this.failedCall(number, earlierOutcomeUnknown);
        }

        @Override
        public Reading reading() {
            Reading reading = exchange.options().reading();
            return reading.isStrict() ? reading : Reading.lenient(this::onKept);
        }

        private void onKept(String field) {
            try {
                exchange.options().reading().kept(field);
            } catch (RuntimeException e) {
                // It must not throw. That is no reason to lose a response, or to repeat a request.
                Operators.onErrorDropped(e, Context.empty());
            }
            if (exchange.resources().isNew(endpoint().name(), field)) {
                CallLog.kept(endpoint().name(), field);
                exchange.listener().onKept(endpoint().name(), field);
            }
        }

        @Override
        public void onSend() {
            sent = true;
            sentAt = now();
            exchange.listener().onSend(endpoint().name(), number, since(waitingSince));
        }

        @Override
        public boolean isSent() {
            return sent;
        }

        @Override
        public void onUnprocessed() {
            // Whoever has responded has processed the request, whatever it says afterwards.
            unprocessed = !responded;
        }

        @Override
        public boolean isUnprocessed() {
            return unprocessed;
        }

        @Override
        public void onCancel() {
            cancelled = true;
        }

        @Override
        public boolean isCancelled() {
            return cancelled;
        }

        @Override
        public void onResponse(int status, Headers headers) {
            responded = true;
            CallLog.responded(endpoint().name(), number, status, since(sentAt), headers);
            exchange.listener().onResponse(endpoint().name(), status);
            DemandDeadline time = demandDeadline;
            if (time != null && status >= 200 && status <= 299) {
                time.pauseWithoutDemand(true);
            }
            Instant now = Instant.now();
            permit.learn(RateLimitHeaders.parse(headers, now));
            if (status == TOO_MANY_REQUESTS) {
                Duration wait = RetryAfter.parse(headers, status, now);
                if (wait != null) {
                    CallLog.pauses(endpoint().name(), wait);
                    permit.pause(wait);
                }
            }
        }

        @Override
        public boolean hasResponse() {
            return responded;
        }

        /** Logs a failure without a response, since a response is logged as such. */
        void log(TelnyxException failure) {
            if (!responded) {
                CallLog.failed(endpoint().name(), number, since(sent ? sentAt : waitingSince), failure);
            }
        }
    }
}
