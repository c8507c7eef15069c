package io.github.telnyxreactive.internal.operator;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.telnyxreactive.simulator.internal.time.ManualTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.reactivestreams.Subscriber;
import org.reactivestreams.Subscription;
import reactor.core.Scannable;
import reactor.core.publisher.BaseSubscriber;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Operators;
import reactor.core.publisher.Sinks;
import reactor.test.StepVerifier;
import reactor.test.publisher.TestPublisher;
import reactor.test.subscriber.TestSubscriber;

/** Tests the deadline at each stage of a subscription. */
class DeadlineStagesTest {

    private static final Duration LIMIT = Duration.ofSeconds(10);

    private final ManualTime time = new ManualTime();
    private final TestPublisher<Integer> source = TestPublisher.create();
    private final TestSubscriber<Integer> subscriber = TestSubscriber.create();

    private <T> Flux<T> enforced(Flux<T> flux) {
        return Deadline.enforce(flux, LIMIT, time, () -> new TimeoutException("too late"));
    }

    @Test
    void emitsTheErrorAfterOnNextReturns() {
        List<String> signals = new ArrayList<>();
        enforced(source.flux())
                .doOnNext(value -> {
                    time.advance(LIMIT);
                    source.assertCancelled(1);
                    signals.add("element");
                })
                .doOnError(error -> signals.add(error.getMessage()))
                .subscribe(subscriber);
        source.next(1);

        assertThat(signals).containsExactly("element", "too late");
        assertThat(subscriber.expectTerminalError()).hasMessage("too late");
        assertThat(subscriber.getProtocolErrors()).isEmpty();
    }

    @Test
    void emitsNoErrorAfterCancellation() {
        List<String> signals = new ArrayList<>();
        enforced(source.flux()).subscribe(new BaseSubscriber<Integer>() {
            @Override
            protected void hookOnNext(Integer value) {
                time.advance(LIMIT);
                upstream().cancel();
                signals.add("element");
            }

            @Override
            protected void hookOnError(Throwable error) {
                signals.add("error");
            }
        });
        source.next(1);

        assertThat(signals).containsExactly("element");
        source.assertCancelled(1);
    }

    @Test
    void emitsReentrantElements() {
        Sinks.Many<Integer> sink = Sinks.many().multicast().directBestEffort();
        enforced(sink.asFlux())
                .doOnNext(value -> {
                    if (value == 1) {
                        sink.emitNext(2, Sinks.EmitFailureHandler.FAIL_FAST);
                    }
                })
                .subscribe(subscriber);
        sink.emitNext(1, Sinks.EmitFailureHandler.FAIL_FAST);
        sink.emitComplete(Sinks.EmitFailureHandler.FAIL_FAST);

        assertThat(subscriber.getReceivedOnNext()).containsExactlyInAnyOrder(1, 2);
        assertThat(subscriber.isTerminatedComplete()).isTrue();
        assertThat(time.liveTimers()).isZero();
    }

    @Test
    void failsAtTheDeadlineEvenIfTheSourceNeverSubscribes() {
        AtomicReference<Subscriber<? super Integer>> late = new AtomicReference<>();
        enforced(Flux.<Integer>from(late::set)).subscribe(subscriber);
        time.advance(LIMIT);
        assertThat(subscriber.expectTerminalError()).hasMessage("too late");
        source.subscribe(late.get());

        source.assertCancelled(1).assertWasNotRequested();
        assertThat(subscriber.getProtocolErrors()).isEmpty();
    }

    @Test
    void leavesNoTimerWhenCancelledBeforeTheSourceIsSubscribed() {
        enforced(source.flux()).subscribe(new BaseSubscriber<Integer>() {
            @Override
            protected void hookOnSubscribe(Subscription subscription) {
                subscription.cancel();
            }
        });

        source.assertCancelled(1).assertWasNotRequested();
        assertThat(time.liveTimers()).isZero();
    }

    @Test
    void passesOnDemandFromBeforeTheSourceSubscribes() {
        AtomicReference<Subscriber<? super Integer>> late = new AtomicReference<>();
        TestSubscriber<Integer> slow =
                TestSubscriber.builder().initialRequest(2).build();
        enforced(Flux.<Integer>from(late::set)).subscribe(slow);
        slow.request(3);
        source.subscribe(late.get());
        source.assertMinRequested(5).assertMaxRequested(5);
        slow.request(1);

        source.assertMinRequested(6).assertMaxRequested(6);
    }

    @Test
    void cancelsAnEndlessSynchronousSourceAtTheDeadline() {
        AtomicInteger made = new AtomicInteger();
        Flux<Integer> endless = Flux.generate(sink -> sink.next(made.incrementAndGet()));

        StepVerifier.create(enforced(endless).doOnNext(value -> {
                    if (value == 3) {
                        time.advance(LIMIT);
                    }
                }))
                .expectNext(1, 2, 3)
                .verifyErrorMessage("too late");
        assertThat(made.get()).isLessThan(5);
    }

    @Test
    void cancelsAnEndlessSynchronousSourceOnCancel() {
        Flux<Integer> endless = Flux.generate(sink -> sink.next(1));

        StepVerifier.create(enforced(endless).next()).expectNext(1).verifyComplete();
        assertThat(time.liveTimers()).isZero();
    }

    @Test
    void failsAtOnceIfTheSchedulerRejects() {
        time.dispose();
        enforced(source.flux()).subscribe(subscriber);

        assertThat(subscriber.expectTerminalError()).isInstanceOf(RejectedExecutionException.class);
        assertThat(subscriber.getProtocolErrors()).isEmpty();
        source.assertNoSubscribers();
    }

    @Test
    void failsWithWhatTheErrorSupplierThrows() {
        IllegalStateException broken = new IllegalStateException("broken");
        missedWith(() -> {
            throw broken;
        });

        assertThat(subscriber.expectTerminalError()).isSameAs(broken);
        source.assertCancelled(1);
    }

    @Test
    void failsIfTheErrorSupplierReturnsNull() {
        missedWith(() -> null);

        assertThat(subscriber.expectTerminalError()).isInstanceOf(NullPointerException.class);
        source.assertCancelled(1);
    }

    private void missedWith(Supplier<Throwable> missed) {
        Deadline.enforce(source.flux(), LIMIT, time, missed).subscribe(subscriber);
        time.advance(LIMIT);
    }

    @Test
    void createsTheErrorWhenTheSourceIsCancelled() {
        List<String> events = new ArrayList<>();
        Flux<Integer> never = Flux.<Integer>never().doOnCancel(() -> events.add("cancelled"));
        Deadline.enforce(never, LIMIT, time, () -> {
                    events.add("made");
                    return new TimeoutException();
                })
                .subscribe(subscriber);
        assertThat(events).isEmpty();
        time.advance(LIMIT);

        assertThat(events).containsExactly("cancelled", "made");
    }

    @Test
    void discardsLateElements() {
        List<Object> discarded = new ArrayList<>();
        AtomicReference<Subscriber<? super Integer>> held = new AtomicReference<>();
        enforced(Flux.<Integer>from(late -> {
                    held.set(late);
                    late.onSubscribe(Operators.emptySubscription());
                }))
                .doOnDiscard(Integer.class, discarded::add)
                .subscribe(subscriber);
        time.advance(LIMIT);
        held.get().onNext(7);
        held.get().onComplete();

        assertThat(discarded).containsExactly(7);
        assertThat(subscriber.getReceivedOnNext()).isEmpty();
        assertThat(subscriber.getProtocolErrors()).isEmpty();
    }

    @Test
    void dropsALateError() {
        AtomicReference<Subscriber<? super Integer>> held = new AtomicReference<>();
        Flux<Integer> broken = Flux.from(late -> {
            held.set(late);
            late.onSubscribe(Operators.emptySubscription());
        });
        StepVerifier.create(enforced(broken))
                .then(() -> time.advance(LIMIT))
                .then(() -> held.get().onError(new IllegalStateException("broken")))
                .expectErrorMessage("too late")
                .verifyThenAssertThat()
                .hasDroppedErrorWithMessage("broken");
    }

    @Test
    void setsNoDeadlineIfTheLimitOverflowsNanoseconds() {
        Flux<Integer> patient =
                Deadline.enforce(source.flux(), Duration.ofSeconds(Long.MAX_VALUE), time, TimeoutException::new);
        patient.subscribe(subscriber);
        time.advance(Duration.ofDays(36_500));
        source.complete();

        assertThat(subscriber.isTerminatedComplete()).isTrue();
    }

    @Test
    void supportsScanning() {
        AtomicReference<Subscription> seen = new AtomicReference<>();
        Mono<Integer> never = Mono.never();
        Flux<Integer> flux = enforced(source.flux());
        flux.doOnSubscribe(seen::set).subscribe(subscriber);
        Scannable scanned = Scannable.from(seen.get());

        assertThat(Scannable.from(flux).scan(Scannable.Attr.PARENT)).isNotNull();
        assertThat(Scannable.from(Deadline.enforce(never, LIMIT, time, TimeoutException::new))
                        .scan(Scannable.Attr.PARENT))
                .isSameAs(never);
        assertThat(scanned.scan(Scannable.Attr.ACTUAL)).isNotNull();
        assertThat(scanned.scan(Scannable.Attr.CANCELLED)).isFalse();
        subscriber.cancel();
        assertThat(scanned.scan(Scannable.Attr.CANCELLED)).isTrue();
    }
}
