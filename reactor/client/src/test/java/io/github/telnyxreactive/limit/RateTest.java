package io.github.telnyxreactive.limit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.telnyxreactive.policy.RateLimit;
import io.github.telnyxreactive.simulator.internal.time.ManualTime;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.reactivestreams.Subscription;
import reactor.core.CoreSubscriber;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.test.publisher.TestPublisher;
import reactor.test.subscriber.TestSubscriber;

class RateTest {

    private final ManualTime time = new ManualTime();
    private final PermitQueue limiter = PermitQueue.rate(new RateLimit(10, 1, 100), Duration.ofSeconds(60), time);
    private final List<Long> passed = new ArrayList<>();

    @Test
    void limitsAMonoByMethodReference() {
        Mono<String> source = Mono.fromSupplier(() -> "passed at " + time.elapsedMillis());
        Mono<String> limited = source.transformDeferred(limiter::limit);
        TestSubscriber<String> first = TestSubscriber.create();
        TestSubscriber<String> second = TestSubscriber.create();
        limited.subscribe(first);
        limited.subscribe(second);
        time.advanceMillis(100);

        assertThat(first.getReceivedOnNext()).containsExactly("passed at 0");
        assertThat(second.getReceivedOnNext()).containsExactly("passed at 100");
        assertThat(second.isTerminatedComplete()).isTrue();
    }

    @Test
    void limitsAFluxByMethodReferenceWithoutCountingItsElements() {
        Flux<Long> source = Flux.range(0, 1000).map(i -> time.elapsedMillis());
        Flux<Long> limited = source.transformDeferred(limiter::limit);
        TestSubscriber<Long> first = TestSubscriber.create();
        TestSubscriber<Long> second = TestSubscriber.create();
        limited.subscribe(first);
        limited.subscribe(second);
        time.advanceMillis(100);

        assertThat(first.getReceivedOnNext()).hasSize(1000).containsOnly(0L);
        assertThat(second.getReceivedOnNext()).hasSize(1000).containsOnly(100L);
    }

    @Test
    void takesAPermitForEachRetryAndRepetition() {
        limiter.limit(Mono.defer(this::fail)).retry(2).subscribe(value -> {}, error -> {});
        limiter.limit(pass()).repeat(2).subscribe();
        time.advance(Duration.ofSeconds(10));

        assertThat(passed).containsExactly(0L, 100L, 200L, 300L, 400L, 500L);
    }

    @Test
    void createsTheSourceOfEachSubscriptionWithItsOwnPermit() {
        List<Permit> permits = new ArrayList<>();
        Mono<Long> limited = PermitQueue.limit(limiter.acquire(), permit -> {
            permits.add(permit);
            return pass();
        });
        limited.subscribe();
        limited.subscribe();
        assertThat(permits).hasSize(1);
        time.advanceMillis(100);

        assertThat(permits).hasSize(2).doesNotHaveDuplicates();
        assertThat(passed).containsExactly(0L, 100L);
    }

    @Test
    void propagatesTheContextToTheSource() {
        Mono<String> limited = limiter.limit(Mono.deferContextual(context -> Mono.just(context.get("name"))));
        TestSubscriber<String> first =
                TestSubscriber.builder().contextPut("name", "first").build();
        TestSubscriber<String> second =
                TestSubscriber.builder().contextPut("name", "second").build();
        limited.subscribe(first);
        limited.subscribe(second);
        time.advanceMillis(100);

        assertThat(first.getReceivedOnNext()).containsExactly("first");
        assertThat(second.getReceivedOnNext()).containsExactly("second");
    }

    @Test
    void passesDemandOnUnchanged() {
        limiter.limit(Mono.empty()).subscribe();
        TestPublisher<Integer> source = TestPublisher.create();
        TestSubscriber<Integer> subscriber =
                TestSubscriber.builder().initialRequest(0).build();
        limiter.limit(source.flux()).subscribe(subscriber);
        subscriber.request(2);
        subscriber.request(1);
        source.assertNoSubscribers();

        time.advanceMillis(100);
        source.assertMinRequested(3).assertMaxRequested(3);
        source.next(1, 2, 3);
        subscriber.request(1);
        source.assertMinRequested(1).assertMaxRequested(1);
        subscriber.request(Long.MAX_VALUE);
        source.next(4, 5).complete();

        assertThat(subscriber.getReceivedOnNext()).containsExactly(1, 2, 3, 4, 5);
        assertThat(subscriber.isTerminatedComplete()).isTrue();
        assertThat(subscriber.getProtocolErrors()).isEmpty();
    }

    @Test
    void subscribesToTheSourceWithoutDemandAndRequestsNothing() {
        TestPublisher<Integer> source = TestPublisher.create();
        limiter.limit(source.flux())
                .subscribe(TestSubscriber.builder().initialRequest(0).build());

        source.assertWasSubscribed();
        source.assertWasNotRequested();
    }

    @ParameterizedTest
    @ValueSource(longs = {0, -1, Long.MIN_VALUE})
    void ignoresInvalidDemandWhileWaiting(long invalid) {
        limiter.limit(Mono.empty()).subscribe();
        TestPublisher<Integer> source = TestPublisher.create();
        RawSubscriber subscriber = new RawSubscriber();
        limiter.limit(source.flux()).subscribe(subscriber);
        subscriber.subscription.request(invalid);
        time.advanceMillis(100);

        source.assertWasSubscribed();
        source.assertWasNotRequested();
    }

    @Test
    void callsOnSubscribeFirst() {
        RawSubscriber subscriber = new RawSubscriber();
        limiter.limit(Flux.just(1)).subscribe(subscriber);
        RawSubscriber waiting = new RawSubscriber();
        limiter.limit(Flux.<Integer>error(new IOException())).subscribe(waiting);
        assertThat(waiting.signals).containsExactly("subscribe");
        subscriber.subscription.request(1);
        time.advanceMillis(100);

        assertThat(subscriber.signals).containsExactly("subscribe", "next", "complete");
        assertThat(waiting.signals).containsExactly("subscribe", "error");
    }

    @Test
    void emitsAnErrorOfTheSourceAndKeepsItsPermit() {
        IOException error = new IOException();
        TestSubscriber<Object> subscriber = TestSubscriber.create();
        limiter.limit(Mono.error(error)).subscribe(subscriber);
        limiter.limit(pass()).subscribe();
        time.advanceMillis(100);

        assertThat(subscriber.expectTerminalError()).isSameAs(error);
        assertThat(passed).containsExactly(100L);
    }

    @Test
    void emitsWhatTheSourceFunctionThrowsAndAdmitsTheNext() {
        IllegalStateException broken = new IllegalStateException("broken");
        TestSubscriber<Object> subscriber = TestSubscriber.create();
        PermitQueue.limit(limiter.acquire(), permit -> {
                    throw broken;
                })
                .subscribe(subscriber);
        limiter.limit(pass()).subscribe();
        time.advanceMillis(100);

        assertThat(subscriber.expectTerminalError()).isSameAs(broken);
        assertThat(subscriber.getProtocolErrors()).isEmpty();
        assertThat(passed).containsExactly(100L);
        assertThat(limiter.waiting()).isZero();
    }

    @Test
    void allowsASourceToUseTheLimiter() {
        Mono<Long> inner = limiter.limit(pass());
        AtomicInteger completed = new AtomicInteger();
        limiter.limit(Flux.range(0, 3).concatMap(i -> inner))
                .doOnComplete(completed::incrementAndGet)
                .subscribe();
        time.advanceMillis(300);

        assertThat(passed).containsExactly(100L, 200L, 300L);
        assertThat(completed).hasValue(1);
    }

    @Test
    void doesNotOverflowTheStackWithAHundredThousandWaiters() {
        PermitQueue wide = PermitQueue.rate(new RateLimit(1, 200_000, 200_000), Duration.ofSeconds(60), time);
        PermitQueue.limit(wide.acquire(), permit -> {
                    permit.pause(Duration.ofSeconds(1));
                    return Mono.empty();
                })
                .subscribe();
        for (int i = 0; i < 100_000; i++) {
            wide.limit(pass()).subscribe();
        }
        assertThat(wide.waiting()).isEqualTo(100_000);
        time.advance(Duration.ofSeconds(1));

        assertThat(passed).hasSize(100_000);
        assertThat(wide.waiting()).isZero();
    }

    private Mono<Long> pass() {
        return Mono.fromSupplier(() -> {
            passed.add(time.elapsedMillis());
            return time.elapsedMillis();
        });
    }

    private Mono<Object> fail() {
        passed.add(time.elapsedMillis());
        return Mono.error(new IOException());
    }

    private static final class RawSubscriber implements CoreSubscriber<Integer> {

        private final List<String> signals = new ArrayList<>();
        private Subscription subscription = new Subscription() {
            @Override
            public void request(long n) {}

            @Override
            public void cancel() {}
        };

        @Override
        public void onSubscribe(Subscription s) {
            subscription = s;
            signals.add("subscribe");
        }

        @Override
        public void onNext(Integer value) {
            signals.add("next");
        }

        @Override
        public void onError(Throwable error) {
            signals.add("error");
        }

        @Override
        public void onComplete() {
            signals.add("complete");
        }
    }
}
