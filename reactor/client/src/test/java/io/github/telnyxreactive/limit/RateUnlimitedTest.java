package io.github.telnyxreactive.limit;

import static io.github.telnyxreactive.limit.Responses.limit;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.telnyxreactive.policy.Backoff;
import io.github.telnyxreactive.policy.RateLimit;
import io.github.telnyxreactive.policy.RetryPolicy;
import io.github.telnyxreactive.simulator.internal.time.ManualTime;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.test.publisher.TestPublisher;
import reactor.test.subscriber.TestSubscriber;

/** Tests the limiter of a client without a limit, which admits everything until the service reports a limit. */
class RateUnlimitedTest {

    private static final Duration RESET = Duration.ofSeconds(10);

    private final ManualTime time = new ManualTime();
    private final PermitQueue limiter = PermitQueue.rate(RateLimit.unlimited(), Duration.ofSeconds(60), time);
    private final List<Long> passed = new ArrayList<>();
    private final List<Permit> permits = new ArrayList<>();

    @Test
    void waitsForTheResetIfNothingRemainsAfterTheFirstResponse() {
        request().learn(limit(5, 0, RESET));
        subscribe(1);
        assertThat(passed).isEmpty();
        time.advance(RESET);

        assertThat(passed).containsExactly(10_000L);
    }

    @Test
    void admitsAsManyCallsAsRemainAfterTheFirstResponse() {
        request().learn(limit(5, 4, RESET));
        subscribe(6);
        assertThat(passed).hasSize(4);
        time.advance(RESET);

        assertThat(passed).hasSize(6);
    }

    @Test
    void appliesTheLastOfManyFirstResponses() {
        Permit first = request();
        Permit second = request();
        Permit third = request();
        first.learn(limit(5, 2, RESET));
        second.learn(limit(5, 1, RESET));
        third.learn(limit(5, 0, RESET));
        subscribe(1);
        assertThat(passed).isEmpty();
        time.advance(RESET);

        assertThat(passed).containsExactly(10_000L);
    }

    @Test
    void doesNotRaiseTheRemainderForFirstResponsesOutOfOrder() {
        Permit first = request();
        Permit second = request();
        Permit third = request();
        third.learn(limit(5, 0, RESET));
        first.learn(limit(5, 2, RESET));
        second.learn(limit(5, 1, RESET));
        subscribe(1);
        assertThat(passed).isEmpty();
        time.advance(RESET);

        assertThat(passed).containsExactly(10_000L);
    }

    @Test
    void delaysAllCallsByAPause() {
        request().pause(Duration.ofSeconds(5));
        subscribe(3);
        assertThat(limiter.waiting()).isEqualTo(3);
        time.advance(Duration.ofSeconds(5));
        subscribe(1);

        assertThat(passed).containsExactly(5000L, 5000L, 5000L, 5000L);
        assertThat(time.liveTimers()).isZero();
    }

    @Test
    void emitsWhatTheSourceFunctionThrowsAtTheFirstAttempt() {
        IllegalStateException broken = new IllegalStateException("broken");
        TestSubscriber<Object> subscriber = TestSubscriber.create();
        PermitQueue.limit(limiter.acquire(), permit -> {
                    throw broken;
                })
                .subscribe(subscriber);

        assertThat(subscriber.expectTerminalError()).isSameAs(broken);
        assertThat(subscriber.getProtocolErrors()).isEmpty();
    }

    @Test
    void emitsWhatTheSourceFunctionThrowsAtALaterAttempt() {
        IllegalStateException broken = new IllegalStateException("broken");
        RetryPolicy policy =
                new RetryPolicy(5, new Backoff(Duration.ofMillis(100), Duration.ofSeconds(1)), Duration.ofSeconds(60));
        AtomicInteger attempts = new AtomicInteger();
        TestSubscriber<Object> subscriber = TestSubscriber.create();
        PermitQueue.limit(limiter.acquire(), permit -> {
                    if (attempts.incrementAndGet() > 1) {
                        throw broken;
                    }
                    return Mono.error(new IOException());
                })
                .retryWhen(JitteredRetry.of(policy)
                        .scheduler(time)
                        .random(() -> 0.5)
                        .filter(error -> error instanceof IOException))
                .subscribe(subscriber);
        time.advance(Duration.ofSeconds(1));

        assertThat(attempts).hasValue(2);
        assertThat(subscriber.expectTerminalError()).isSameAs(broken);
    }

    @Test
    void passesDemandContextAndCancellationOn() {
        TestPublisher<Integer> source = TestPublisher.create();
        List<String> seen = new ArrayList<>();
        TestSubscriber<Integer> subscriber = TestSubscriber.builder()
                .contextPut("name", "caller")
                .initialRequest(2)
                .build();
        limiter.limit(source.flux().transformDeferredContextual((flux, context) -> {
                    seen.add(context.get("name"));
                    return flux;
                }))
                .subscribe(subscriber);
        source.assertMinRequested(2).assertMaxRequested(2).next(1);
        subscriber.cancel();

        source.assertCancelled(1);
        assertThat(seen).containsExactly("caller");
        assertThat(subscriber.getReceivedOnNext()).containsExactly(1);
    }

    /** Starts a request that stays in flight. */
    private Permit request() {
        PermitQueue.limit(limiter.acquire(), permit -> {
                    permits.add(permit);
                    return Mono.never();
                })
                .subscribe();
        return permits.get(permits.size() - 1);
    }

    private void subscribe(int times) {
        for (int i = 0; i < times; i++) {
            limiter.limit(Mono.fromRunnable(() -> passed.add(time.elapsedMillis())))
                    .subscribe();
        }
    }
}
