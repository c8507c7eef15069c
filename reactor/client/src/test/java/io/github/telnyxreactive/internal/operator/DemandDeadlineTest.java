package io.github.telnyxreactive.internal.operator;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.telnyxreactive.Await;
import io.github.telnyxreactive.simulator.internal.time.ManualTime;
import java.lang.ref.WeakReference;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;
import org.reactivestreams.Subscription;
import reactor.core.publisher.BaseSubscriber;
import reactor.core.publisher.Flux;
import reactor.test.StepVerifier;
import reactor.test.publisher.TestPublisher;
import reactor.test.scheduler.VirtualTimeScheduler;
import reactor.test.subscriber.TestSubscriber;

class DemandDeadlineTest {

    private final ManualTime time = new ManualTime();
    private final DemandDeadline deadline = new DemandDeadline(Duration.ofMillis(100), time);
    private final TestPublisher<Integer> source = TestPublisher.create();

    private StepVerifier.Step<Integer> verify(long demand) {
        return StepVerifier.create(deadline.enforce(source.flux(), TimeoutException::new), demand)
                .expectSubscription();
    }

    @Test
    void runsWithoutDemandUntilTheSourceResponds() {
        verify(0)
                .then(() -> time.advanceMillis(99))
                .then(() -> source.assertSubscribers())
                .then(() -> time.advanceMillis(1))
                .verifyError(TimeoutException.class);
        source.assertCancelled();
        assertThat(time.liveTimers()).isZero();
    }

    @Test
    void runsOnlyUnderDemandAfterTheResponse() {
        verify(0)
                .then(() -> time.advanceMillis(40))
                .then(() -> deadline.pauseWithoutDemand(true))
                .then(() -> time.advanceMillis(1000))
                .thenRequest(1)
                .then(() -> time.advanceMillis(40))
                .then(() -> source.next(1))
                .expectNext(1)
                .then(() -> time.advanceMillis(1000))
                .thenRequest(2)
                .then(() -> source.next(2))
                .expectNext(2)
                .then(() -> time.advanceMillis(19))
                .then(() -> source.assertSubscribers())
                .then(() -> time.advanceMillis(1))
                .verifyError(TimeoutException.class);
        source.assertCancelled();
    }

    @Test
    void runsWithoutDemandAgainWhenTheSourceRestarts() {
        verify(0)
                .then(() -> deadline.pauseWithoutDemand(true))
                .then(() -> time.advanceMillis(1000))
                .then(() -> deadline.pauseWithoutDemand(false))
                .then(() -> time.advanceMillis(100))
                .verifyError(TimeoutException.class);
    }

    @Test
    void neverPausesUnderUnboundedDemand() {
        verify(Long.MAX_VALUE)
                .then(() -> deadline.pauseWithoutDemand(true))
                .then(() -> source.next(1))
                .expectNext(1)
                .then(() -> time.advanceMillis(100))
                .verifyError(TimeoutException.class);
    }

    @Test
    void completesInTime() {
        verify(1).then(() -> source.next(1).complete()).expectNext(1).verifyComplete();
        assertThat(time.liveTimers()).isZero();
        time.advanceMillis(1000);
    }

    @Test
    void emitsAnErrorInTime() {
        verify(1).then(() -> source.error(new IllegalStateException("broken"))).verifyErrorMessage("broken");
        assertThat(time.liveTimers()).isZero();
    }

    @Test
    void cancelsTheTimer() {
        verify(1).thenCancel().verify();
        source.assertCancelled();
        assertThat(time.liveTimers()).isZero();
    }

    @Test
    void propagatesTheContext() {
        Flux<String> greeting = Flux.deferContextual(context -> Flux.just("hello " + context.get("user")));

        StepVerifier.create(deadline.enforce(greeting, TimeoutException::new)
                        .contextWrite(context -> context.put("user", "somebody")))
                .expectNext("hello somebody")
                .verifyComplete();
    }

    @Test
    void passesDemandOn() {
        TestSubscriber<Integer> slow =
                TestSubscriber.builder().initialRequest(0).build();
        deadline.enforce(source.flux(), TimeoutException::new).subscribe(slow);
        source.assertWasNotRequested();
        slow.request(2);
        slow.request(3);

        source.assertMinRequested(5).assertMaxRequested(5);
    }

    @Test
    void requiresADeadlinePerSubscription() {
        Flux<Integer> enforced = deadline.enforce(source.flux(), TimeoutException::new);
        TestSubscriber<Integer> first = TestSubscriber.create();
        TestSubscriber<Integer> second = TestSubscriber.create();
        TestSubscriber<Integer> other = TestSubscriber.create();
        enforced.subscribe(first);
        enforced.subscribe(second);
        assertThat(second.expectTerminalError()).isInstanceOf(IllegalStateException.class);
        time.advanceMillis(60);
        new DemandDeadline(Duration.ofMillis(100), time)
                .enforce(source.flux(), TimeoutException::new)
                .subscribe(other);
        time.advanceMillis(40);

        assertThat(first.expectTerminalError()).isInstanceOf(TimeoutException.class);
        assertThat(other.isTerminated()).isFalse();
        time.advanceMillis(60);
        assertThat(other.expectTerminalError()).isInstanceOf(TimeoutException.class);
    }

    @Test
    void leavesNoTimerWhenCancelledBeforeTheSourceIsSubscribed() {
        deadline.enforce(source.flux(), TimeoutException::new).subscribe(new BaseSubscriber<Integer>() {
            @Override
            protected void hookOnSubscribe(Subscription subscription) {
                subscription.request(1);
                subscription.cancel();
            }
        });

        source.assertCancelled(1).assertWasNotRequested();
        assertThat(time.waits()).isEmpty();
    }

    @Test
    void leavesNoTimerWhenCancelledWhilePaused() {
        verify(0)
                .then(() -> deadline.pauseWithoutDemand(true))
                .then(() -> assertThat(time.liveTimers()).isEqualTo(1))
                .thenCancel()
                .verify();
        source.assertCancelled(1);
        assertThat(time.liveTimers()).isZero();
        deadline.pauseWithoutDemand(false);
        assertThat(time.liveTimers()).isZero();
    }

    @Test
    void acceptsAResponseBeforeSubscription() {
        deadline.pauseWithoutDemand(true);
        time.advanceMillis(1000);
        assertThat(time.waits()).isEmpty();
        verify(0)
                .then(() -> time.advanceMillis(1000))
                .thenRequest(1)
                .then(() -> time.advanceMillis(99))
                .then(() -> source.assertSubscribers())
                .then(() -> time.advanceMillis(1))
                .verifyError(TimeoutException.class);
    }

    @Test
    void reschedulesATimerThatFiresEarly() {
        verify(1)
                .then(() -> time.shiftClock(Duration.ofMillis(-30)))
                .then(() -> time.advanceMillis(100))
                .then(() -> source.assertSubscribers())
                .then(() -> time.advanceMillis(30))
                .verifyError(TimeoutException.class);
        assertThat(time.liveTimers()).isZero();
    }

    @Test
    void failsAtOnceIfTheSchedulerRejects() {
        time.dispose();
        verify(1).verifyError(RejectedExecutionException.class);
        source.assertNoSubscribers();
    }

    @Test
    void failsIfTheSchedulerRejectsLater() {
        HeldTimer held = new HeldTimer();
        TestSubscriber<Integer> subscriber =
                TestSubscriber.builder().initialRequest(0).build();
        DemandDeadline time = new DemandDeadline(Duration.ofMillis(100), held);
        time.enforce(source.flux(), TimeoutException::new).subscribe(subscriber);
        time.pauseWithoutDemand(true);
        held.fire();
        held.rejectFromNowOn();
        assertThat(subscriber.isTerminated()).isFalse();
        subscriber.request(1);

        source.assertCancelled(1);
        assertThat(subscriber.expectTerminalError()).isInstanceOf(RejectedExecutionException.class);
    }

    @Test
    void failsIfTheSchedulerRejectsTheRemainingWait() {
        HeldTimer held = new HeldTimer();
        TestSubscriber<Integer> subscriber = TestSubscriber.create();
        new DemandDeadline(Duration.ofMillis(100), held)
                .enforce(source.flux(), TimeoutException::new)
                .subscribe(subscriber);
        held.rejectFromNowOn();
        held.fire();

        source.assertCancelled(1);
        assertThat(subscriber.expectTerminalError()).isInstanceOf(RejectedExecutionException.class);
    }

    @Test
    void emitsTheErrorAfterOnNextReturns() {
        List<String> signals = new ArrayList<>();
        deadline.enforce(source.flux(), () -> new TimeoutException("too late"))
                .doOnNext(value -> {
                    time.advanceMillis(100);
                    source.assertCancelled(1);
                    signals.add("element");
                })
                .doOnError(error -> signals.add(error.getMessage()))
                .subscribe(value -> {}, error -> {});
        source.next(1);

        assertThat(signals).containsExactly("element", "too late");
    }

    @Test
    void supportsVirtualTime() {
        StepVerifier.withVirtualTime(() -> new DemandDeadline(Duration.ofHours(3), VirtualTimeScheduler.get())
                        .enforce(Flux.interval(Duration.ofHours(2)), TimeoutException::new))
                .thenAwait(Duration.ofHours(4))
                .expectNext(0L)
                .verifyError(TimeoutException.class);
    }

    /** Whoever pauses the time keeps the deadline: the connection does, until the next request uses it. */
    @Test
    void dropsASubscriberThatHasCancelled() {
        WeakReference<?> subscriber = subscribeAndCancel();

        Await.until(() -> {
            System.gc();
            return subscriber.get() == null;
        });
        deadline.pauseWithoutDemand(true);
    }

    private WeakReference<?> subscribeAndCancel() {
        TestSubscriber<Integer> subscriber = TestSubscriber.create();
        deadline.enforce(Flux.<Integer>never(), TimeoutException::new).subscribe(subscriber);
        subscriber.cancel();
        return new WeakReference<>(subscriber);
    }
}
