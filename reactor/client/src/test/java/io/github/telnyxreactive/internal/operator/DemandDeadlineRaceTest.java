package io.github.telnyxreactive.internal.operator;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.telnyxreactive.Rounds;
import io.github.telnyxreactive.simulator.internal.time.ManualTime;
import java.time.Duration;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;
import reactor.core.publisher.Flux;
import reactor.test.publisher.TestPublisher;
import reactor.test.subscriber.TestSubscriber;
import reactor.test.util.RaceTestUtils;

/** Tests a deadline that expires, starts or pauses while something else happens. */
class DemandDeadlineRaceTest {

    private static final int ROUNDS = 500;
    private static final Duration LIMIT = Duration.ofMillis(100);

    private final HeldTimer timer = new HeldTimer();
    private final DemandDeadline held = new DemandDeadline(LIMIT, timer);
    private final ManualTime time = new ManualTime();
    private final DemandDeadline deadline = new DemandDeadline(LIMIT, time);
    private final TestPublisher<Integer> source =
            TestPublisher.createNoncompliant(TestPublisher.Violation.CLEANUP_ON_TERMINATE);
    private final SerialSubscriber<Integer> subscriber = new SerialSubscriber<>();

    private Flux<Integer> enforced() {
        return held.enforce(source.flux(), () -> new TimeoutException("too late"));
    }

    private void fireInTime() {
        timer.advanceClock(LIMIT.toNanos());
        timer.fire();
    }

    @Rounds(ROUNDS)
    void serializesElementsAndTheError() {
        enforced().subscribe(subscriber);
        RaceTestUtils.race(this::fireInTime, () -> source.next(1).next(2).next(3));

        assertThat(subscriber.violations()).isZero();
        assertThat(subscriber.ends()).containsExactly("too late");
        assertThat(IntStream.of(1, 2, 3).limit(subscriber.values().size()).boxed())
                .isEqualTo(subscriber.values());
        source.assertCancelled();
    }

    @Rounds(ROUNDS)
    void emitsEitherTheCompletionOrTheError() {
        enforced().subscribe(subscriber);
        RaceTestUtils.race(this::fireInTime, () -> source.next(1).complete());

        assertThat(subscriber.violations()).isZero();
        assertThat(subscriber.ends()).hasSize(1).first().isIn("complete", "too late");
    }

    @Rounds(ROUNDS)
    void cancelsTheSourceWhenCancellationRacesWithTheTimer() {
        enforced().subscribe(subscriber);
        RaceTestUtils.race(this::fireInTime, subscriber::cancel);

        assertThat(subscriber.violations()).isZero();
        assertThat(subscriber.ends()).hasSizeLessThanOrEqualTo(1);
        source.assertCancelled(1);
        assertThat(timer.pending()).isZero();
    }

    @Rounds(ROUNDS)
    void leavesNoTimerWhenCancellationRacesWithTheStart() {
        TestSubscriber<Integer> cancelling = TestSubscriber.create();
        deadline.enforce(source.flux(), TimeoutException::new).subscribe(cancelling);
        deadline.pauseWithoutDemand(true);
        RaceTestUtils.race(() -> deadline.pauseWithoutDemand(false), cancelling::cancel);

        assertThat(time.liveTimers()).isZero();
        source.assertCancelled(1);
    }

    @Rounds(ROUNDS)
    void runsWhenAnElementRacesWithTheNextRequest() {
        TestSubscriber<Integer> slow =
                TestSubscriber.builder().initialRequest(1).build();
        deadline.enforce(source.flux(), TimeoutException::new).subscribe(slow);
        deadline.pauseWithoutDemand(true);
        RaceTestUtils.race(() -> source.next(1), () -> slow.request(1));
        time.advance(LIMIT.minusNanos(1));
        assertThat(slow.isTerminated()).isFalse();
        time.advanceMillis(1);

        assertThat(slow.expectTerminalError()).isInstanceOf(TimeoutException.class);
        source.assertMinRequested(1);
    }

    @Rounds(ROUNDS)
    void pausesWhenTheLastElementRacesWithTheResponse() {
        TestSubscriber<Integer> slow =
                TestSubscriber.builder().initialRequest(1).build();
        deadline.enforce(source.flux(), TimeoutException::new).subscribe(slow);
        RaceTestUtils.race(() -> source.next(1), () -> deadline.pauseWithoutDemand(true));
        time.advance(LIMIT.multipliedBy(2));

        assertThat(slow.getReceivedOnNext()).containsExactly(1);
        assertThat(slow.isTerminated()).isFalse();
        slow.cancel();
        assertThat(time.liveTimers()).isZero();
    }
}
