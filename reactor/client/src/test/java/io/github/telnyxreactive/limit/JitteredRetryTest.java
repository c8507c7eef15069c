package io.github.telnyxreactive.limit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.telnyxreactive.error.FailedCall;
import io.github.telnyxreactive.error.RateLimiterRejectedException;
import io.github.telnyxreactive.error.ResponseTimeoutException;
import io.github.telnyxreactive.error.TransportException;
import io.github.telnyxreactive.policy.Backoff;
import io.github.telnyxreactive.policy.RetryPolicy;
import io.github.telnyxreactive.simulator.internal.time.ManualTime;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;
import reactor.test.subscriber.TestSubscriber;

class JitteredRetryTest {

    private static final RetryPolicy THREE_ATTEMPTS =
            new RetryPolicy(3, new Backoff(Duration.ofMillis(100), Duration.ofSeconds(1)), Duration.ofSeconds(60));

    private final ManualTime time = new ManualTime();
    private final JitteredRetry retry =
            JitteredRetry.of(THREE_ATTEMPTS).scheduler(time).random(() -> 0.5);
    private final AtomicInteger attempts = new AtomicInteger();

    @Test
    void doesNotRetryASuccessfulMono() {
        StepVerifier.create(failing(0).retryWhen(retry)).expectNext(1).verifyComplete();

        assertThat(attempts).hasValue(1);
        assertThat(time.waits()).isEmpty();
    }

    @Test
    void retriesAMonoUntilItSucceeds() {
        TestSubscriber<Integer> subscriber = TestSubscriber.create();
        failing(2).retryWhen(retry).subscribe(subscriber);
        time.advance(Duration.ofSeconds(1));

        assertThat(subscriber.getReceivedOnNext()).containsExactly(3);
        assertThat(subscriber.isTerminatedComplete()).isTrue();
        assertThat(time.liveTimers()).isZero();
    }

    @Test
    void emitsTheLastErrorAfterAllAttempts() {
        List<IOException> errors = new ArrayList<>();
        TestSubscriber<Object> subscriber = TestSubscriber.create();
        Mono.error(() -> remember(errors)).retryWhen(retry).subscribe(subscriber);
        time.advance(Duration.ofSeconds(1));

        assertThat(errors).hasSize(3);
        assertThat(subscriber.expectTerminalError()).isSameAs(errors.get(2)).hasNoSuppressedExceptions();
        assertThat(time.liveTimers()).isZero();
    }

    @Test
    void doesNotRetryWithAPolicyOfOneAttempt() {
        StepVerifier.create(failing(1)
                        .retryWhen(JitteredRetry.of(RetryPolicy.never()).scheduler(time)))
                .verifyError(IOException.class);

        assertThat(attempts).hasValue(1);
    }

    @Test
    void emitsAnErrorAtOnceIfTheFilterExcludesIt() {
        StepVerifier.create(failing(1).retryWhen(retry.filter(error -> false))).verifyError(IOException.class);

        assertThat(attempts).hasValue(1);
        assertThat(time.waits()).isEmpty();
    }

    @Test
    void callsTheFilterOncePerErrorBeforeTheLastAttempt() {
        List<Throwable> filtered = new ArrayList<>();
        TestSubscriber<Integer> subscriber = TestSubscriber.create();
        failing(9).retryWhen(retry.filter(filtered::add)).subscribe(subscriber);
        time.advance(Duration.ofSeconds(1));

        assertThat(filtered).extracting(Throwable::getMessage).containsExactly("attempt 1", "attempt 2");
        assertThat(subscriber.expectTerminalError()).hasMessage("attempt 3");
    }

    @Test
    void emitsWhatTheFilterThrows() {
        IllegalStateException broken = new IllegalStateException("broken");
        StepVerifier.create(failing(1).retryWhen(retry.filter(error -> {
                    throw broken;
                })))
                .verifyErrorSatisfies(error -> assertThat(error).isSameAs(broken));

        assertThat(attempts).hasValue(1);
    }

    static Stream<Arguments> errors() {
        FailedCall call = FailedCall.none();
        Exception cause = new IOException();
        return Stream.of(
                Arguments.of(new IOException(), true),
                Arguments.of(new IllegalStateException(), true),
                Arguments.of(new AssertionError(), false),
                Arguments.of(TransportException.notSent(call, "refused", cause), true),
                Arguments.of(TransportException.permanent(call, "not trusted", "", cause), false),
                Arguments.of(TransportException.lost(call, "cut", cause), false),
                Arguments.of(new ResponseTimeoutException(call, Duration.ofSeconds(1), cause), false),
                Arguments.of(new RateLimiterRejectedException(call, 1), false),
                Arguments.of(Responses.failure(429, Map.of()), true),
                Arguments.of(Responses.failure(503, Map.of("retry-after", "1")), false),
                Arguments.of(Responses.failure(503, Map.of()), false),
                Arguments.of(Responses.failure(500, Map.of()), false),
                Arguments.of(Responses.failure(400, Map.of()), false));
    }

    @ParameterizedTest
    @MethodSource("errors")
    void retriesOnlyErrorsWithoutAnEffectByDefault(Throwable error, boolean retried) {
        Mono.error(error)
                .doOnSubscribe(s -> attempts.incrementAndGet())
                .retryWhen(retry)
                .subscribe(value -> {}, e -> {});
        time.advance(Duration.ofSeconds(10));

        assertThat(attempts).hasValue(retried ? 3 : 1);
    }

    @Test
    void countsAttemptsPerSubscription() {
        Map<String, Integer> counts = new ConcurrentHashMap<>();
        Mono<Object> source = Mono.deferContextual(context -> {
                    counts.merge(context.get("name"), 1, Integer::sum);
                    return Mono.error(new IOException());
                })
                .retryWhen(retry);
        TestSubscriber<Object> first = named("first");
        TestSubscriber<Object> second = named("second");
        TestSubscriber<Object> third = named("third");

        source.subscribe(first);
        time.advanceMillis(20);
        source.subscribe(second);
        assertThat(time.liveTimers()).isEqualTo(2);
        time.advanceMillis(140);
        assertThat(first.isTerminatedError()).isTrue();
        assertThat(second.isTerminatedError()).isFalse();
        time.advanceMillis(10);
        assertThat(second.isTerminatedError()).isTrue();
        source.subscribe(third);
        time.advance(Duration.ofSeconds(1));

        assertThat(third.isTerminatedError()).isTrue();
        assertThat(counts).isEqualTo(Map.of("first", 3, "second", 3, "third", 3));
    }

    @Test
    void propagatesTheContextToEveryAttempt() {
        List<String> seen = new ArrayList<>();
        TestSubscriber<Object> subscriber = named("caller");
        Flux.deferContextual(context -> {
                    seen.add(context.get("name"));
                    return Flux.error(new IOException());
                })
                .retryWhen(retry)
                .subscribe(subscriber);
        time.advance(Duration.ofSeconds(1));

        assertThat(seen).containsExactly("caller", "caller", "caller");
    }

    @Test
    void keepsDemandAcrossTheAttemptsOfAFlux() {
        TestSubscriber<Integer> subscriber =
                TestSubscriber.builder().initialRequest(0).build();
        Flux<Integer> source = Flux.defer(() -> {
            int attempt = attempts.incrementAndGet();
            return Flux.just(10 * attempt, 10 * attempt + 1).concatWith(Mono.error(new IOException()));
        });
        source.retryWhen(retry).subscribe(subscriber);
        assertThat(subscriber.getReceivedOnNext()).isEmpty();

        subscriber.request(3);
        time.advance(Duration.ofSeconds(1));
        assertThat(subscriber.getReceivedOnNext()).containsExactly(10, 11, 20);
        assertThat(attempts).hasValue(2);

        subscriber.request(Long.MAX_VALUE);
        time.advance(Duration.ofSeconds(1));
        assertThat(subscriber.getReceivedOnNext()).containsExactly(10, 11, 20, 21, 30, 31);
        assertThat(subscriber.isTerminatedError()).isTrue();
        assertThat(subscriber.getProtocolErrors()).isEmpty();
    }

    @Test
    void failsIfTheSchedulerIsDisposed() {
        time.dispose();

        StepVerifier.create(failing(1).retryWhen(retry)).verifyError(RejectedExecutionException.class);
    }

    private Mono<Integer> failing(int times) {
        return Mono.fromCallable(() -> {
            int attempt = attempts.incrementAndGet();
            if (attempt <= times) {
                throw new IOException("attempt " + attempt);
            }
            return attempt;
        });
    }

    private static IOException remember(List<IOException> errors) {
        IOException error = new IOException("attempt " + (errors.size() + 1));
        errors.add(error);
        return error;
    }

    private static <T> TestSubscriber<T> named(String name) {
        return TestSubscriber.builder().contextPut("name", name).build();
    }
}
