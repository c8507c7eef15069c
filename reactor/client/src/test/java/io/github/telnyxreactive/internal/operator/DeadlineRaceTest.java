package io.github.telnyxreactive.internal.operator;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.telnyxreactive.Rounds;
import io.github.telnyxreactive.simulator.internal.time.ManualTime;
import java.time.Duration;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.reactivestreams.Subscriber;
import reactor.core.publisher.BaseSubscriber;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.test.publisher.TestPublisher;
import reactor.test.subscriber.TestSubscriber;
import reactor.test.util.RaceTestUtils;

/** Tests a timer that fires while something else happens, without serialization by the scheduler. */
class DeadlineRaceTest {

    private static final int ROUNDS = 500;
    private static final Duration LIMIT = Duration.ofSeconds(10);

    private final HeldTimer timer = new HeldTimer();
    private final TestPublisher<Integer> source =
            TestPublisher.createNoncompliant(TestPublisher.Violation.CLEANUP_ON_TERMINATE);
    private final SerialSubscriber<Integer> subscriber = new SerialSubscriber<>();
    private final Flux<Integer> many =
            Deadline.enforce(source.flux(), LIMIT, timer, () -> new TimeoutException("too late"));
    private final Mono<Integer> one =
            Deadline.enforce(source.mono(), LIMIT, timer, () -> new TimeoutException("too late"));

    @Rounds(ROUNDS)
    void serializesElementsAndTheError() {
        many.subscribe(subscriber);
        RaceTestUtils.race(timer::fire, () -> source.next(1).next(2).next(3));

        assertThat(subscriber.violations()).isZero();
        assertThat(subscriber.ends()).containsExactly("too late");
        assertThat(IntStream.of(1, 2, 3).limit(subscriber.values().size()).boxed())
                .isEqualTo(subscriber.values());
        source.assertCancelled();
    }

    @Rounds(ROUNDS)
    void emitsEitherTheCompletionOrTheError() {
        many.subscribe(subscriber);
        RaceTestUtils.race(timer::fire, () -> source.next(1).complete());

        assertThat(subscriber.violations()).isZero();
        assertThat(subscriber.ends()).hasSize(1).first().isIn("complete", "too late");
        if (subscriber.ends().contains("complete")) {
            assertThat(subscriber.values()).containsExactly(1);
            assertThat(timer.disposals()).isPositive();
        }
    }

    @Rounds(ROUNDS)
    void emitsEitherError() {
        many.contextWrite(context -> context.put("reactor.onErrorDropped.local", ignoring()))
                .subscribe(subscriber);
        RaceTestUtils.race(timer::fire, () -> source.error(new IllegalStateException("broken")));

        assertThat(subscriber.violations()).isZero();
        assertThat(subscriber.ends()).hasSize(1).first().isIn("broken", "too late");
    }

    @Rounds(ROUNDS)
    void cancelsTheSourceWhenCancellationRacesWithTheTimer() {
        many.subscribe(subscriber);
        RaceTestUtils.race(timer::fire, subscriber::cancel);

        assertThat(subscriber.violations()).isZero();
        assertThat(subscriber.ends()).hasSizeLessThanOrEqualTo(1);
        source.assertCancelled(1);
    }

    @Rounds(ROUNDS)
    void terminatesOnceWhenThreeSignalsRace() {
        many.subscribe(subscriber);
        RaceTestUtils.race(timer::fire, () -> source.next(1).complete(), subscriber::cancel);

        assertThat(subscriber.violations()).isZero();
        assertThat(subscriber.ends()).hasSizeLessThanOrEqualTo(1);
    }

    @Rounds(ROUNDS)
    void leavesNoTimerWhenCancellationRacesWithScheduling() {
        ManualTime time = new ManualTime();
        BaseSubscriber<Integer> cancelling = new BaseSubscriber<>() {};
        Flux<Integer> enforced = Deadline.enforce(source.flux(), LIMIT, time, TimeoutException::new);
        RaceTestUtils.race(() -> enforced.subscribe(cancelling), cancelling::cancel);

        assertThat(time.liveTimers()).isZero();
        source.assertCancelled(1);
    }

    @Rounds(ROUNDS)
    void cancelsASourceThatSubscribesAtTheDeadline() {
        AtomicReference<Subscriber<? super Integer>> late = new AtomicReference<>();
        TestSubscriber<Integer> ended = TestSubscriber.create();
        Deadline.enforce(Flux.<Integer>from(late::set), LIMIT, timer, () -> new TimeoutException("too late"))
                .subscribe(ended);
        RaceTestUtils.race(timer::fire, () -> source.subscribe(late.get()));

        assertThat(ended.expectTerminalError()).hasMessage("too late");
        assertThat(ended.getProtocolErrors()).isEmpty();
        source.assertCancelled(1);
    }

    @Rounds(ROUNDS)
    void losesNoDemandWhileTheSourceSubscribes() {
        AtomicReference<Subscriber<? super Integer>> late = new AtomicReference<>();
        TestSubscriber<Integer> slow =
                TestSubscriber.builder().initialRequest(1).build();
        Deadline.enforce(Flux.<Integer>from(late::set), LIMIT, timer, TimeoutException::new)
                .subscribe(slow);
        RaceTestUtils.race(() -> slow.request(2), () -> source.subscribe(late.get()));

        source.assertMinRequested(3).assertMaxRequested(3);
    }

    @Rounds(ROUNDS)
    void emitsEitherTheValueOrTheError() {
        one.subscribe(subscriber);
        RaceTestUtils.race(timer::fire, () -> source.next(1).complete());

        assertThat(subscriber.violations()).isZero();
        assertThat(subscriber.ends()).hasSize(1);
        if (subscriber.values().isEmpty()) {
            assertThat(subscriber.ends()).containsExactly("too late");
        } else {
            assertThat(subscriber.values()).containsExactly(1);
            assertThat(subscriber.ends()).containsExactly("complete");
        }
    }

    private static Consumer<Throwable> ignoring() {
        return error -> {};
    }
}
