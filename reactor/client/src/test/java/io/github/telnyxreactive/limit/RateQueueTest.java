package io.github.telnyxreactive.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.telnyxreactive.error.Delivery;
import io.github.telnyxreactive.error.RateLimiterRejectedException;
import io.github.telnyxreactive.policy.RateLimit;
import io.github.telnyxreactive.simulator.internal.time.ManualTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.RejectedExecutionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Mono;
import reactor.test.publisher.TestPublisher;
import reactor.test.subscriber.TestSubscriber;

class RateQueueTest {

    private final ManualTime time = new ManualTime();
    private final List<String> passed = new ArrayList<>();

    @Test
    void admitsWaitersInOrder() {
        PermitQueue limiter = limiter(100);
        for (int i = 0; i < 50; i++) {
            subscribe(limiter, "waiter " + i);
            time.advanceMillis(i % 7);
        }
        time.advance(Duration.ofMinutes(1));

        assertThat(passed).hasSize(50).isEqualTo(names(50));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 3, 50})
    void rejectsAWaiterThatExceedsTheQueueCapacity(int capacity) {
        PermitQueue limiter = limiter(capacity);
        subscribe(limiter, "first");
        List<TestSubscriber<Object>> waiting = new ArrayList<>();
        for (int i = 0; i < capacity; i++) {
            waiting.add(subscribe(limiter, "waiter"));
        }
        TestSubscriber<Object> rejected = subscribe(limiter, "rejected");

        assertThat(rejected.expectTerminalError()).isInstanceOfSatisfying(RateLimiterRejectedException.class, error -> {
            assertThat(error.capacity()).isEqualTo(capacity);
            assertThat(error.delivery()).isEqualTo(Delivery.SETTLED);
            assertThat(error.isOutcomeKnown()).isTrue();
            assertThat(error).hasMessageContaining("full with " + capacity + " waiting calls");
        });
        assertThat(rejected.getProtocolErrors()).isEmpty();
        assertThat(limiter.waiting()).isEqualTo(capacity);
        time.advance(Duration.ofMinutes(1));
        assertThat(waiting).allMatch(TestSubscriber::isTerminatedComplete);
        assertThat(passed).hasSize(capacity + 1).doesNotContain("rejected");
    }

    @Test
    void admitsCallsInTimeWithoutAQueue() {
        PermitQueue limiter = limiter(0);
        subscribe(limiter, "first");
        time.advanceMillis(99);
        TestSubscriber<Object> early = subscribe(limiter, "early");
        time.advanceMillis(1);
        subscribe(limiter, "in time");

        assertThat(early.isTerminatedError()).isTrue();
        assertThat(passed).containsExactly("first", "in time");
        assertThat(time.waits()).isEmpty();
    }

    @Test
    void givesAFreePlaceInTheQueueToTheNext() {
        PermitQueue limiter = limiter(1);
        subscribe(limiter, "first");
        subscribe(limiter, "second");
        assertThat(subscribe(limiter, "rejected").isTerminatedError()).isTrue();
        time.advanceMillis(100);
        subscribe(limiter, "third");
        time.advanceMillis(100);

        assertThat(passed).containsExactly("first", "second", "third");
    }

    @Test
    void freesThePlaceOfACancelledWaiter() {
        PermitQueue limiter = limiter(1);
        subscribe(limiter, "first");
        TestSubscriber<Object> cancelled = subscribe(limiter, "cancelled");
        cancelled.cancel();
        assertThat(limiter.waiting()).isZero();
        assertThat(time.liveTimers()).isZero();
        TestSubscriber<Object> next = subscribe(limiter, "next");

        assertThat(next.isTerminated()).isFalse();
        time.advanceMillis(100);
        assertThat(passed).containsExactly("first", "next");
        assertThat(cancelled.isTerminated()).isFalse();
    }

    @Test
    void givesTheTurnOfACancelledWaiterToTheNext() {
        PermitQueue limiter = limiter(100);
        subscribe(limiter, "first");
        TestSubscriber<Object> second = subscribe(limiter, "second");
        TestSubscriber<Object> third = subscribe(limiter, "third");
        TestSubscriber<Object> fourth = subscribe(limiter, "fourth");
        third.cancel();
        second.cancel();
        assertThat(limiter.waiting()).isEqualTo(1);
        time.advanceMillis(100);

        assertThat(fourth.isTerminatedComplete()).isTrue();
        assertThat(passed).containsExactly("first", "fourth");
    }

    @Test
    void leavesNoTimerWhenTheLastWaiterIsCancelled() {
        PermitQueue limiter = limiter(100);
        subscribe(limiter, "first");
        List<TestSubscriber<Object>> waiting = new ArrayList<>();
        for (String name : names(20)) {
            waiting.add(subscribe(limiter, name));
        }
        assertThat(time.liveTimers()).isEqualTo(1);
        waiting.forEach(TestSubscriber::cancel);

        assertThat(time.liveTimers()).isZero();
        assertThat(limiter.waiting()).isZero();
        time.advance(Duration.ofMinutes(1));
        assertThat(passed).containsExactly("first");
    }

    @Test
    void neverSubscribesToTheSourceOfACancelledWaiter() {
        PermitQueue limiter = limiter(100);
        subscribe(limiter, "first");
        TestPublisher<Integer> source = TestPublisher.create();
        TestSubscriber<Integer> withoutDemand =
                TestSubscriber.builder().initialRequest(0).build();
        limiter.limit(source.flux()).subscribe(withoutDemand);
        TestSubscriber<Integer> withDemand = TestSubscriber.create();
        limiter.limit(source.mono()).subscribe(withDemand);
        withoutDemand.cancel();
        withDemand.cancel();
        withDemand.cancel();
        time.advance(Duration.ofMinutes(1));

        assertThat(source.wasSubscribed()).isFalse();
        assertThat(limiter.waiting()).isZero();
    }

    @Test
    void cancelsAnActiveSource() {
        PermitQueue limiter = limiter(100);
        TestPublisher<Integer> source = TestPublisher.create();
        TestSubscriber<Integer> subscriber = TestSubscriber.create();
        limiter.limit(source.flux()).subscribe(subscriber);
        source.next(1);
        subscriber.cancel();
        source.assertCancelled(1);
        subscribe(limiter, "next");
        time.advanceMillis(100);

        assertThat(subscriber.getReceivedOnNext()).containsExactly(1);
        assertThat(subscriber.isTerminated()).isFalse();
        assertThat(passed).containsExactly("next");
        assertThat(time.liveTimers()).isZero();
    }

    @Test
    void doesNotAdmitAWaiterCancelledByThePreviousOne() {
        PermitQueue limiter = PermitQueue.rate(new RateLimit(10, 2, 100), Duration.ofSeconds(60), time);
        PermitQueue.limit(limiter.acquire(), permit -> {
                    permit.pause(Duration.ofSeconds(1));
                    return Mono.empty();
                })
                .subscribe();
        TestSubscriber<Object> second = TestSubscriber.create();
        limiter.limit(Mono.fromRunnable(second::cancel)).subscribe();
        limiter.limit(Mono.fromRunnable(() -> passed.add("second"))).subscribe(second);
        subscribe(limiter, "third");
        time.advance(Duration.ofSeconds(1));

        assertThat(passed).containsExactly("third");
        assertThat(limiter.waiting()).isZero();
    }

    @Test
    void continuesWithOtherCallsAfterAFatalError() {
        PermitQueue limiter = limiter(100);
        Mono<Object> fatal = limiter.limit(Mono.defer(() -> {
            throw new NoClassDefFoundError("missing");
        }));
        catchThrowable(() -> fatal.subscribe(value -> {}, error -> {}));
        TestSubscriber<Object> second = TestSubscriber.create();
        fatal.subscribe(second);
        subscribe(limiter, "third");
        subscribe(limiter, "fourth");
        for (int i = 0; i < 3; i++) {
            catchThrowable(() -> time.advanceMillis(100));
        }

        assertThat(passed).containsExactly("third", "fourth");
        assertThat(second.expectTerminalError()).isInstanceOf(NoClassDefFoundError.class);
        assertThat(limiter.waiting()).isZero();
    }

    @Test
    void rejectsWaitersIfTheSchedulerIsDisposed() {
        PermitQueue limiter = limiter(100);
        subscribe(limiter, "first");
        time.dispose();
        TestSubscriber<Object> second = subscribe(limiter, "second");

        assertThat(second.expectTerminalError()).isInstanceOf(RejectedExecutionException.class);
        assertThat(limiter.waiting()).isZero();
    }

    private PermitQueue limiter(int queueCapacity) {
        return PermitQueue.rate(new RateLimit(10, 1, queueCapacity), Duration.ofSeconds(60), time);
    }

    private TestSubscriber<Object> subscribe(PermitQueue limiter, String name) {
        TestSubscriber<Object> subscriber = TestSubscriber.create();
        limiter.limit(Mono.fromRunnable(() -> passed.add(name))).subscribe(subscriber);
        return subscriber;
    }

    private static List<String> names(int count) {
        List<String> names = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            names.add("waiter " + i);
        }
        return names;
    }
}
