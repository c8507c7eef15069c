package io.github.telnyxreactive.internal.exchange;

import io.github.telnyxreactive.call.ApiResponse;
import io.github.telnyxreactive.call.CallListener;
import io.github.telnyxreactive.error.DeadlineExceededException;
import io.github.telnyxreactive.error.Delivery;
import io.github.telnyxreactive.error.FailedCall;
import io.github.telnyxreactive.error.RateLimitException;
import io.github.telnyxreactive.error.RateLimiterRejectedException;
import io.github.telnyxreactive.error.TelnyxException;
import io.github.telnyxreactive.http.Headers;
import io.github.telnyxreactive.http.RateLimitHeaders;
import io.github.telnyxreactive.internal.http.RetryAfter;
import io.github.telnyxreactive.internal.operator.Deadline;
import io.github.telnyxreactive.internal.operator.DemandDeadline;
import io.github.telnyxreactive.internal.page.PagePart;
import io.github.telnyxreactive.internal.transport.Attempt;
import io.github.telnyxreactive.internal.transport.Request;
import io.github.telnyxreactive.limit.JitteredRetry;
import io.github.telnyxreactive.limit.Permit;
import io.github.telnyxreactive.operation.Endpoint;
import io.github.telnyxreactive.policy.RetryPolicy;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * One subscription to a call: its attempts follow one another, each with a permit of its own, until one succeeds, fails
 * for good, or the deadline passes.
 *
 * @param <T> what a successful answer is read to
 */
final class Call<T> {

    private static final int TOO_MANY_REQUESTS = 429;

    private final Request<T> request;
    private final Duration deadline;
    private final Exchange exchange;

    private Consumer<Boolean> answered = whether -> {};
    private volatile long begunAt;
    private volatile long waitingSince;
    private volatile int attempts;
    private volatile boolean outcomeUnknown;
    private volatile @Nullable SingleAttempt current;
    private volatile @Nullable TelnyxException lastFailure;

    Call(Request<T> request, Duration deadline, Exchange exchange) {
        this.request = request;
        this.deadline = deadline;
        this.exchange = exchange;
    }

    /** The answer as a whole. */
    Mono<ApiResponse<T>> whole() {
        begin();
        Mono<ApiResponse<T>> call = Deadline.enforce(
                attempt().onErrorResume(this::again),
                deadline,
                exchange.shared().scheduler(),
                this::deadlineExceeded);
        return exchange.listener() == CallListener.NONE
                ? call
                : call.doOnSuccess(response -> ended(null))
                        .doOnError(this::ended)
                        .doOnCancel(this::cancelled);
    }

    private Mono<ApiResponse<T>> attempt() {
        return exchange.admission()
                .admit(
                        endpoint(),
                        exchange.shared()
                                .limiter()
                                .limitWithPermit(permit -> exchange.transport().send(request, attempt(permit))));
    }

    /** Most calls succeed at once: what repeats the others is set up only for them. */
    private Mono<ApiResponse<T>> again(Throwable failure) {
        AtomicBoolean failed = new AtomicBoolean();
        return Mono.defer(() -> failed.compareAndSet(false, true) ? Mono.<ApiResponse<T>>error(failure) : attempt())
                .onErrorMap(this::failed)
                .retryWhen(retry(this::isRetried));
    }

    /** The answer in parts; once one of them was emitted, nothing is tried again. */
    <R> Flux<R> parts(BiFunction<Request<T>, Attempt, Flux<R>> send) {
        begin();
        AtomicBoolean begun = new AtomicBoolean();
        Flux<R> parts = attempts(send)
                .doOnNext(part -> begun.set(true))
                .retryWhen(retry(failure -> !begun.get() && isRetried(failure)));
        return observed(Deadline.enforce(parts, deadline, exchange.shared().scheduler(), this::deadlineExceeded));
    }

    /** A page in parts; if it breaks off, another attempt goes on where this one ended. */
    <E> Flux<PagePart<E>> page(BiFunction<Request<T>, Attempt, Flux<PagePart<E>>> send) {
        begin();
        DemandDeadline time = new DemandDeadline(deadline, exchange.shared().scheduler());
        answered = time::answered;
        Flux<PagePart<E>> parts = new PageProgress<E>()
                .continuedBy(attempts(send))
                .doOnError(failure -> time.answered(false))
                .retryWhen(retry(this::isRetried));
        return observed(time.enforce(parts, this::deadlineExceeded));
    }

    private <R> Flux<R> observed(Flux<R> call) {
        return exchange.listener() == CallListener.NONE
                ? call
                : call.doOnComplete(() -> ended(null)).doOnError(this::ended).doOnCancel(this::cancelled);
    }

    private void ended(@Nullable Throwable error) {
        exchange.listener().ended(endpoint().name(), elapsed(), error);
    }

    private void cancelled() {
        exchange.listener().cancelled(endpoint().name(), elapsed());
    }

    private <R> Flux<R> attempts(BiFunction<Request<T>, Attempt, Flux<R>> send) {
        Flux<R> attempt =
                exchange.shared().limiter().limitManyWithPermit(permit -> send.apply(request, attempt(permit)));
        return exchange.admission().admitMany(endpoint(), attempt).onErrorMap(this::failed);
    }

    private JitteredRetry retry(Predicate<Throwable> filter) {
        return JitteredRetry.of(exchange.options().retry())
                .scheduler(exchange.shared().scheduler())
                .filter(filter);
    }

    private void begin() {
        exchange.admission().called();
        begunAt = now();
        waitingSince = begunAt;
    }

    private SingleAttempt attempt(Permit permit) {
        attempts++;
        SingleAttempt attempt = new SingleAttempt(permit, attempts, outcomeUnknown);
        current = attempt;
        return attempt;
    }

    /** Takes note of why an attempt failed, and returns what is to be said of it. */
    private Throwable failed(Throwable failure) {
        if (failure instanceof RateLimiterRejectedException rejection) {
            return new RateLimiterRejectedException(
                    FailedCall.of(endpoint().name(), endpoint().route(), attempts, outcomeUnknown),
                    rejection.capacity());
        }
        if (failure instanceof TelnyxException reason) {
            current = null;
            waitingSince = now();
            lastFailure = reason;
            outcomeUnknown = !reason.isOutcomeKnown();
        }
        return failure;
    }

    /** A request that was turned away because of the rate is not a sign of an outage, and costs the budget nothing. */
    private boolean isRetried(Throwable failure) {
        return RetryPolicy.isRetryable(failure, endpoint().safety())
                && (failure instanceof RateLimitException
                        || exchange.admission().allowsRetry(attempts));
    }

    private DeadlineExceededException deadlineExceeded() {
        SingleAttempt unfinished = current;
        TelnyxException failure = lastFailure;
        Delivery delivery = Delivery.NOT_SENT;
        if (unfinished != null) {
            delivery = unfinished.isSending() ? Delivery.UNKNOWN : Delivery.NOT_SENT;
        } else if (failure != null) {
            delivery = failure.delivery();
        }
        FailedCall call = FailedCall.of(endpoint().name(), endpoint().route(), attempts, outcomeUnknown);
        return new DeadlineExceededException(call, delivery, deadline, failure);
    }

    private Duration elapsed() {
        return Duration.ofNanos(Math.max(0, now() - begunAt));
    }

    private long now() {
        return exchange.shared().scheduler().now(TimeUnit.NANOSECONDS);
    }

    private Endpoint<T> endpoint() {
        return request.operation().endpoint();
    }

    /** One attempt, as the transport sees it. */
    private final class SingleAttempt implements Attempt {

        private final Permit permit;
        private final int number;
        private final boolean earlierOutcomeUnknown;
        private volatile boolean sending;

        SingleAttempt(Permit permit, int number, boolean earlierOutcomeUnknown) {
            this.permit = permit;
            this.number = number;
            this.earlierOutcomeUnknown = earlierOutcomeUnknown;
        }

        @Override
        public FailedCall failedCall() {
            return FailedCall.of(endpoint().name(), endpoint().route(), number, earlierOutcomeUnknown);
        }

        @Override
        public void sending() {
            sending = true;
            exchange.listener().sending(endpoint().name(), number, Duration.ofNanos(Math.max(0, now() - waitingSince)));
        }

        @Override
        public boolean isSending() {
            return sending;
        }

        @Override
        public void answered(int status, Headers headers) {
            exchange.listener().answered(endpoint().name(), status);
            if (status >= 200 && status <= 299) {
                answered.accept(true);
            }
            permit.learn(RateLimitHeaders.parse(headers));
            if (status == TOO_MANY_REQUESTS) {
                Duration wait = RetryAfter.parse(headers, status, Instant.now());
                if (wait != null) {
                    permit.pause(wait);
                }
            }
        }
    }
}
