package io.github.telnyxreactive.internal.operator;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.telnyxreactive.Rounds;
import io.github.telnyxreactive.simulator.internal.time.ManualTime;
import java.time.Duration;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;
import reactor.test.publisher.TestPublisher;
import reactor.test.scheduler.VirtualTimeScheduler;
import reactor.test.subscriber.TestSubscriber;
import reactor.test.util.RaceTestUtils;

class DeadlineTest {

    private static final Duration LIMIT = Duration.ofSeconds(10);

    private final ManualTime time = new ManualTime();
    private final TestPublisher<Integer> source = TestPublisher.create();
    private final AtomicInteger misses = new AtomicInteger();
    private final Flux<Integer> enforced = Deadline.enforce(source.flux(), LIMIT, time, () -> {
        misses.incrementAndGet();
        return new TimeoutException("too late");
    });
    private final TestSubscriber<Integer> subscriber = TestSubscriber.create();

    @Test
    void completesInTime() {
        enforced.subscribe(subscriber);
        source.next(1);
        time.advance(LIMIT.minusNanos(1));
        source.next(2).complete();

        assertThat(subscriber.getReceivedOnNext()).containsExactly(1, 2);
        assertThat(subscriber.isTerminatedComplete()).isTrue();
        assertThat(misses).hasValue(0);
        assertThat(time.liveTimers()).isZero();
    }

    @Test
    void cancelsTheSourceAndFailsAtTheDeadline() {
        enforced.subscribe(subscriber);
        source.next(1);
        time.advance(LIMIT.minusNanos(1));
        assertThat(subscriber.isTerminated()).isFalse();
        time.advance(Duration.ofNanos(1));

        source.assertCancelled(1);
        assertThat(subscriber.getReceivedOnNext()).containsExactly(1);
        assertThat(subscriber.expectTerminalError()).isInstanceOf(TimeoutException.class);
        assertThat(misses).hasValue(1);
        assertThat(time.liveTimers()).isZero();
    }

    @Test
    void emitsAnErrorInTime() {
        enforced.subscribe(subscriber);
        source.error(new IllegalStateException("broken"));

        assertThat(subscriber.expectTerminalError()).hasMessage("broken");
        assertThat(misses).hasValue(0);
        assertThat(time.liveTimers()).isZero();
    }

    @Test
    void doesNotExtendTheDeadlineForElements() {
        enforced.subscribe(subscriber);
        for (int i = 0; i < 10; i++) {
            source.next(i);
            time.advance(Duration.ofSeconds(1));
        }

        assertThat(subscriber.expectTerminalError()).hasMessage("too late");
    }

    @Test
    void failsWithoutDemand() {
        TestSubscriber<Integer> withoutDemand =
                TestSubscriber.builder().initialRequest(0).build();
        enforced.subscribe(withoutDemand);
        source.assertWasNotRequested();
        time.advance(LIMIT);

        assertThat(withoutDemand.expectTerminalError()).hasMessage("too late");
        source.assertCancelled(1);
    }

    @Test
    void passesDemandOn() {
        TestSubscriber<Integer> slow =
                TestSubscriber.builder().initialRequest(0).build();
        enforced.subscribe(slow);
        slow.request(2);
        source.assertMaxRequested(2);
        slow.request(3);

        source.assertMinRequested(5).assertMaxRequested(5);
    }

    @Test
    void cancelsTheSourceAndLeavesNoTimer() {
        enforced.subscribe(subscriber);
        source.next(1);
        assertThat(time.liveTimers()).isEqualTo(1);
        subscriber.cancel();

        source.assertCancelled(1);
        assertThat(time.liveTimers()).isZero();
        time.advance(LIMIT);
        assertThat(subscriber.isTerminated()).isFalse();
        assertThat(misses).hasValue(0);
    }

    @Test
    void leavesNoTimerAfterTake() {
        enforced.take(1).subscribe(subscriber);
        source.next(1);

        assertThat(subscriber.isTerminatedComplete()).isTrue();
        assertThat(time.liveTimers()).isZero();
    }

    @Test
    void propagatesTheContext() {
        Flux<String> user = Flux.deferContextual(context -> Flux.just(context.<String>get("user")));

        StepVerifier.create(Deadline.enforce(user, LIMIT, time, TimeoutException::new)
                        .contextWrite(context -> context.put("user", "ada")))
                .expectNext("ada")
                .verifyComplete();
    }

    @Test
    void hasADeadlinePerSubscription() {
        enforced.subscribe(subscriber);
        time.advance(Duration.ofSeconds(6));
        TestSubscriber<Integer> second = TestSubscriber.create();
        enforced.subscribe(second);
        time.advance(Duration.ofSeconds(4));
        assertThat(subscriber.isTerminatedError()).isTrue();
        assertThat(second.isTerminated()).isFalse();
        source.next(1).complete();

        assertThat(second.getReceivedOnNext()).containsExactly(1);
        assertThat(second.isTerminatedComplete()).isTrue();
        assertThat(time.liveTimers()).isZero();
    }

    @Test
    void supportsVirtualTime() {
        StepVerifier.withVirtualTime(() -> Deadline.enforce(
                        Flux.interval(Duration.ofHours(1)),
                        Duration.ofHours(3).plusMinutes(1),
                        VirtualTimeScheduler.get(),
                        () -> new TimeoutException("too late")))
                .expectSubscription()
                .thenAwait(Duration.ofHours(4))
                .expectNext(0L, 1L, 2L)
                .verifyErrorMessage("too late");
    }

    @Test
    void completesAtOnceWithTheSource() {
        StepVerifier.create(Deadline.enforce(Mono.just(1).flux(), LIMIT, time, TimeoutException::new))
                .expectNext(1)
                .verifyComplete();
        assertThat(time.liveTimers()).isZero();
    }

    @Rounds(200)
    void terminatesOnceWhenCompletionRacesWithTheDeadline() {
        enforced.subscribe(subscriber);
        RaceTestUtils.race(() -> time.advance(LIMIT), source::complete);

        assertThat(subscriber.isTerminated()).isTrue();
        assertThat(subscriber.getProtocolErrors()).isEmpty();
        assertThat(time.liveTimers()).isZero();
    }
}
