package io.github.telnyxreactive.internal.operator;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.telnyxreactive.simulator.internal.time.ManualTime;
import java.time.Duration;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.test.StepVerifier;
import reactor.test.publisher.TestPublisher;
import reactor.test.scheduler.VirtualTimeScheduler;
import reactor.test.subscriber.TestSubscriber;

/** Shows that a deadline for one value behaves like Reactor's timeout, which costs more: each test runs with both. */
class DeadlineMonoTest {

    private static final Duration LIMIT = Duration.ofSeconds(10);

    private final ManualTime time = new ManualTime();
    private final TestPublisher<Integer> source =
            TestPublisher.createNoncompliant(TestPublisher.Violation.CLEANUP_ON_TERMINATE);
    private final TestSubscriber<Integer> subscriber = TestSubscriber.create();

    /** The ways to enforce a deadline. */
    enum Way {
        DEADLINE {
            @Override
            <T> Mono<T> enforce(Mono<T> source, Scheduler timer) {
                return Deadline.enforce(source, LIMIT, timer, () -> new TimeoutException("too late"));
            }
        },
        TIMEOUT {
            @Override
            <T> Mono<T> enforce(Mono<T> source, Scheduler timer) {
                return source.timeout(LIMIT, Mono.error(() -> new TimeoutException("too late")), timer);
            }
        };

        abstract <T> Mono<T> enforce(Mono<T> source, Scheduler timer);
    }

    @ParameterizedTest
    @EnumSource
    void emitsAValueInTime(Way way) {
        way.enforce(source.mono(), time).subscribe(subscriber);
        time.advance(LIMIT.minusNanos(1));
        source.emit(1);

        assertThat(subscriber.getReceivedOnNext()).containsExactly(1);
        assertThat(subscriber.isTerminatedComplete()).isTrue();
        assertThat(time.liveTimers()).isZero();
        time.advance(LIMIT);
        assertThat(subscriber.getProtocolErrors()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void completesEmptyInTime(Way way) {
        way.enforce(source.mono(), time).subscribe(subscriber);
        source.complete();

        assertThat(subscriber.isTerminatedComplete()).isTrue();
        assertThat(time.liveTimers()).isZero();
    }

    @ParameterizedTest
    @EnumSource
    void emitsAnErrorInTime(Way way) {
        way.enforce(source.mono(), time).subscribe(subscriber);
        source.error(new IllegalStateException("broken"));

        assertThat(subscriber.expectTerminalError()).hasMessage("broken");
        assertThat(time.liveTimers()).isZero();
    }

    @ParameterizedTest
    @EnumSource
    void cancelsTheSourceAndFailsAtTheDeadline(Way way) {
        way.enforce(source.mono(), time).subscribe(subscriber);
        time.advance(LIMIT.minusNanos(1));
        assertThat(subscriber.isTerminated()).isFalse();
        time.advance(Duration.ofNanos(1));

        source.assertCancelled(1);
        assertThat(subscriber.expectTerminalError()).hasMessage("too late");
        assertThat(time.liveTimers()).isZero();
    }

    @ParameterizedTest
    @EnumSource
    void stopsTheDeadlineAtTheValue(Way way) {
        way.enforce(Mono.fromDirect(source), time).subscribe(subscriber);
        source.next(1);
        assertThat(subscriber.getReceivedOnNext()).containsExactly(1);
        assertThat(subscriber.isTerminated()).isFalse();
        assertThat(time.liveTimers()).isZero();
        time.advance(LIMIT);
        source.complete();

        assertThat(subscriber.isTerminatedComplete()).isTrue();
    }

    @ParameterizedTest
    @EnumSource
    void emitsAnErrorAfterTheValue(Way way) {
        way.enforce(Mono.fromDirect(source), time).subscribe(subscriber);
        source.next(1).error(new IllegalStateException("broken"));

        assertThat(subscriber.getReceivedOnNext()).containsExactly(1);
        assertThat(subscriber.expectTerminalError()).hasMessage("broken");
    }

    @ParameterizedTest
    @EnumSource
    void cancelsTheSourceAfterTheValue(Way way) {
        way.enforce(Mono.fromDirect(source), time).subscribe(subscriber);
        source.next(1);
        subscriber.cancel();

        source.assertCancelled(1);
        assertThat(subscriber.isTerminated()).isFalse();
    }

    @ParameterizedTest
    @EnumSource
    void cancelsTheSourceAndLeavesNoTimer(Way way) {
        way.enforce(source.mono(), time).subscribe(subscriber);
        assertThat(time.liveTimers()).isEqualTo(1);
        subscriber.cancel();

        source.assertCancelled(1);
        assertThat(time.liveTimers()).isZero();
        time.advance(LIMIT);
        assertThat(subscriber.isTerminated()).isFalse();
    }

    @ParameterizedTest
    @EnumSource
    void failsWithoutDemand(Way way) {
        TestSubscriber<Integer> withoutDemand =
                TestSubscriber.builder().initialRequest(0).build();
        way.enforce(Mono.fromDirect(source), time).subscribe(withoutDemand);
        source.assertWasNotRequested();
        time.advance(LIMIT);

        assertThat(withoutDemand.expectTerminalError()).hasMessage("too late");
    }

    @ParameterizedTest
    @EnumSource
    void propagatesTheContext(Way way) {
        Mono<String> user = Mono.deferContextual(context -> Mono.just(context.<String>get("user")));

        StepVerifier.create(way.enforce(user, time).contextWrite(context -> context.put("user", "ada")))
                .expectNext("ada")
                .verifyComplete();
        assertThat(time.liveTimers()).isZero();
    }

    @ParameterizedTest
    @EnumSource
    void hasADeadlinePerSubscription(Way way) {
        Mono<Integer> enforced = way.enforce(source.mono(), time);
        enforced.subscribe(subscriber);
        time.advance(Duration.ofSeconds(6));
        TestSubscriber<Integer> second = TestSubscriber.create();
        enforced.subscribe(second);
        time.advance(Duration.ofSeconds(4));
        assertThat(subscriber.expectTerminalError()).hasMessage("too late");
        source.emit(1);

        assertThat(second.getReceivedOnNext()).containsExactly(1);
        assertThat(second.isTerminatedComplete()).isTrue();
        assertThat(time.liveTimers()).isZero();
    }

    /** Reactor's timeout treats this as an expired deadline, and subscribes nevertheless. */
    @Test
    void failsAtOnceIfTheSchedulerRejects() {
        time.dispose();
        Way.DEADLINE.enforce(source.mono(), time).subscribe(subscriber);

        assertThat(subscriber.expectTerminalError()).isInstanceOf(RejectedExecutionException.class);
        source.assertNoSubscribers();
    }

    @ParameterizedTest
    @EnumSource
    void supportsVirtualTime(Way way) {
        StepVerifier.withVirtualTime(() -> way.enforce(Mono.delay(Duration.ofSeconds(11)), VirtualTimeScheduler.get()))
                .expectSubscription()
                .expectNoEvent(LIMIT.minusNanos(1))
                .thenAwait(Duration.ofNanos(1))
                .verifyErrorMessage("too late");
    }
}
