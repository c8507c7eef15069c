package io.github.telnyxreactive.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.telnyxreactive.simulator.internal.time.ManualTime;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;
import reactor.test.publisher.PublisherProbe;
import reactor.test.publisher.TestPublisher;
import reactor.test.subscriber.TestSubscriber;

class ConcurrencyTest {

    private final ManualTime time = new ManualTime();

    @Test
    void admitsOneMoreCallPerSuccessUpToTheLimit() {
        LimitedCalls calls = new LimitedCalls(limiter(5));
        names(40).forEach(calls::call);

        for (int successes = 0; successes < 30; successes++) {
            assertThat(calls.active()).hasSize(Math.min(5, successes + 1));
            calls.succeed(calls.active().get(0));
        }
    }

    @Test
    void sharesTheSlowStartBetweenTheQueues() {
        LimitedCalls calls = new LimitedCalls(limiter(3));
        calls.call("a");
        calls.callFirst("b");
        assertThat(calls.active()).containsExactly("a");
        calls.succeed("a");
        calls.callFirst("c");
        calls.call("d");

        assertThat(calls.active()).containsExactly("b", "c");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 7})
    void admitsCallsInOrder(int limit) {
        LimitedCalls calls = new LimitedCalls(limiter(limit));
        names(50).forEach(calls::call);
        while (!calls.active().isEmpty()) {
            calls.succeed(calls.active().get(0));
        }

        assertThat(calls.admitted()).isEqualTo(names(50));
    }

    @Test
    void alternatesBetweenTheQueues() {
        LimitedCalls calls = new LimitedCalls(limiter(1));
        calls.call("a");
        List.of("b", "c", "d").forEach(calls::call);
        List.of("B", "C", "D", "E").forEach(calls::callFirst);
        while (!calls.active().isEmpty()) {
            calls.succeed(calls.active().get(0));
        }

        assertThat(calls.admitted()).containsExactly("a", "B", "b", "C", "c", "D", "d", "E");
    }

    @Test
    void keepsTheTurnOfAnEmptyQueue() {
        LimitedCalls calls = new LimitedCalls(limiter(1));
        List.of("A", "B").forEach(calls::callFirst);
        calls.succeed("A");
        calls.call("b");
        calls.callFirst("C");
        calls.succeed("B");

        assertThat(calls.active()).containsExactly("b");
    }

    @Test
    void takesASlotPerSubscription() {
        PermitQueue limiter = limiter(2);
        PublisherProbe<Integer> source = PublisherProbe.of(Mono.never());
        Mono<Integer> limited = limiter.limit(source.mono());
        limiter.limit(Mono.just(1)).block();
        limited.subscribe();
        assertThat(source.subscribeCount()).isEqualTo(1);
        limited.subscribe();
        assertThat(source.subscribeCount()).isEqualTo(2);
        limited.subscribe();

        assertThat(source.subscribeCount()).isEqualTo(2);
    }

    @Test
    void passesDemandOn() {
        TestPublisher<Integer> source = TestPublisher.create();
        TestSubscriber<Integer> subscriber =
                TestSubscriber.builder().initialRequest(0).build();
        limiter(1).limit(Mono.fromDirect(source)).subscribe(subscriber);
        source.assertWasNotRequested();
        subscriber.request(1);

        source.assertMinRequested(1).assertMaxRequested(1);
    }

    @Test
    void keepsTheDemandOfAWaiter() {
        PermitQueue limiter = limiter(1);
        TestPublisher<Integer> holder = TestPublisher.create();
        limiter.limit(Mono.fromDirect(holder)).subscribe();
        TestPublisher<Integer> source = TestPublisher.create();
        TestSubscriber<Integer> subscriber =
                TestSubscriber.builder().initialRequest(0).build();
        limiter.limit(Mono.fromDirect(source)).subscribe(subscriber);
        subscriber.request(1);
        assertThat(source.wasSubscribed()).isFalse();
        holder.complete();

        source.assertMinRequested(1).assertMaxRequested(1);
    }

    @Test
    void emitsTheSignalsOfTheSource() {
        PermitQueue limiter = limiter(3);

        StepVerifier.create(limiter.limit(Mono.just("value")))
                .expectNext("value")
                .verifyComplete();
        StepVerifier.create(limiter.limit(Mono.empty())).verifyComplete();
        StepVerifier.create(PermitQueue.limit(limiter.acquireFirst(), permit -> Mono.error(new IOException("gone"))))
                .verifyErrorMessage("gone");
    }

    @Test
    void propagatesTheContextAfterAWait() {
        PermitQueue limiter = limiter(1);
        TestPublisher<Integer> holder = TestPublisher.create();
        limiter.limit(Mono.fromDirect(holder)).subscribe();
        TestSubscriber<String> subscriber =
                TestSubscriber.builder().contextPut("user", "ada").build();
        PermitQueue.limit(
                        limiter.acquireFirst(),
                        permit -> Mono.deferContextual(context -> Mono.just(context.<String>get("user"))))
                .subscribe(subscriber);
        holder.complete();

        assertThat(subscriber.getReceivedOnNext()).containsExactly("ada");
    }

    @Test
    void releasesTheSlotIfTheSourceCannotBeCreated() {
        PermitQueue limiter = limiter(1);
        for (int i = 0; i < 3; i++) {
            StepVerifier.create(limiter.limit(Mono.defer(() -> {
                        throw new IllegalStateException("no source");
                    })))
                    .verifyErrorMessage("no source");
        }

        assertThat(limiter.limit(Mono.just(1)).block()).isEqualTo(1);
    }

    @Test
    void continuesWithOtherCallsAfterAFatalError() {
        PermitQueue limiter = limiter(1);
        List<String> passed = new ArrayList<>();
        TestPublisher<Integer> holder = TestPublisher.create();
        limiter.limit(Mono.fromDirect(holder)).subscribe();
        TestSubscriber<Object> fatal = TestSubscriber.create();
        limiter.limit(Mono.defer(() -> {
                    throw new NoClassDefFoundError("missing");
                }))
                .subscribe(fatal);
        limiter.limit(Mono.fromRunnable(() -> passed.add("next"))).subscribe();
        catchThrowable(holder::complete);

        assertThat(fatal.expectTerminalError()).isInstanceOf(NoClassDefFoundError.class);
        assertThat(passed).containsExactly("next");
    }

    @Test
    void doesNotOverflowTheStackWhenCallsAdmitOthers() {
        PermitQueue limiter = limiter(1);
        TestPublisher<Integer> holder = TestPublisher.create();
        limiter.limit(Mono.fromDirect(holder)).subscribe();
        List<Integer> passed = new ArrayList<>();
        IntStream.range(0, 50_000)
                .forEach(i ->
                        limiter.limit(Mono.fromRunnable(() -> passed.add(i))).subscribe());
        holder.complete();

        assertThat(passed).hasSize(50_000).isSorted();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, Integer.MIN_VALUE})
    void rejectsALimitBelowOne(int limit) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PermitQueue.concurrency(limit, error -> true))
                .withMessage("the limit must be at least 1: " + limit);
    }

    @Test
    void needsNoTimerAfterTheSlowStart() {
        LimitedCalls calls = new LimitedCalls(limiter(2));
        calls.call("first");
        calls.succeed("first");
        names(10).forEach(calls::call);
        while (!calls.active().isEmpty()) {
            calls.succeed(calls.active().get(0));
        }

        assertThat(time.waits()).isEmpty();
    }

    private PermitQueue limiter(int limit) {
        return PermitQueue.concurrency(limit, IOException.class::isInstance, time, () -> 0.5);
    }

    private static List<String> names(int count) {
        return IntStream.range(0, count).mapToObj(n -> "call " + n).toList();
    }
}
