package io.github.telnyxreactive.polling;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.telnyxreactive.error.PollingDeadlineException;
import io.github.telnyxreactive.policy.PollingSchedule;
import io.github.telnyxreactive.simulator.internal.time.ManualTime;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.function.DoubleSupplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import reactor.core.publisher.Mono;
import reactor.test.publisher.TestPublisher;
import reactor.test.subscriber.TestSubscriber;

class PollingTimingTest {

    private static final Duration DEADLINE = Duration.ofSeconds(12);
    private static final PollingSchedule DOUBLING =
            new PollingSchedule(Duration.ofSeconds(1), Duration.ofSeconds(4), 2, 0);

    private final ManualTime time = new ManualTime();

    /** The schedule, the random number, and the times of the polls in milliseconds if no state is known. */
    static Stream<Arguments> schedules() {
        return Stream.of(
                Arguments.of(DOUBLING, 0.0, List.of(0L, 1000L, 3000L, 7000L, 11_000L)),
                Arguments.of(DOUBLING, 0.9, List.of(0L, 1000L, 3000L, 7000L, 11_000L)),
                Arguments.of(PollingSchedule.fixed(Duration.ofSeconds(5)), 0.5, List.of(0L, 5000L, 10_000L)),
                Arguments.of(jittered(0.2), 0.0, List.of(0L, 1600L, 3200L, 4800L, 6400L, 8000L, 9600L, 11_200L)),
                Arguments.of(jittered(0.2), 0.5, List.of(0L, 2000L, 4000L, 6000L, 8000L, 10_000L, 12_000L)),
                Arguments.of(jittered(0.2), 0.75, List.of(0L, 2200L, 4400L, 6600L, 8800L, 11_000L)));
    }

    private static PollingSchedule jittered(double jitter) {
        return new PollingSchedule(Duration.ofSeconds(2), Duration.ofSeconds(2), 1, jitter);
    }

    @ParameterizedTest
    @MethodSource("schedules")
    void pollsAtExactlyTheInstantsOfTheSchedule(PollingSchedule schedule, double random, List<Long> instants) {
        Polls polls = new Polls(time, "a:running");
        polling(schedule, () -> random).until(polls.one(), Job::isDone).subscribe(job -> {}, error -> {});
        time.advance(Duration.ofMinutes(1));

        // The deadline of 12 s is scheduled first, so a poll at the same instant is too late.
        List<Long> inTime =
                instants.stream().filter(instant -> instant < 12_000).toList();
        assertThat(polls.instants()).isEqualTo(inTime);
    }

    @Test
    void waitsBeforeTheFirstPollIfAStateIsKnown() {
        Polls polls = new Polls(time, "a:running");
        polling(DOUBLING, () -> 0.5)
                .until(Job.of("a:pending"), polls.one(), Job::isDone)
                .subscribe(job -> {}, error -> {});
        time.advance(Duration.ofMinutes(1));

        assertThat(polls.instants()).containsExactly(1000L, 3000L, 7000L, 11_000L);
    }

    @Test
    void waitsFromTheEndOfAPoll() {
        Polls polls = new Polls(time, "a:running");
        polling(DOUBLING, () -> 0.5)
                .until(polls.one().delayElement(Duration.ofMillis(500), time), Job::isDone)
                .subscribe(job -> {}, error -> {});
        time.advance(Duration.ofMinutes(1));

        assertThat(polls.instants()).containsExactly(0L, 1500L, 4000L, 8500L);
    }

    @Test
    void drawsEachWaitAnewAroundItsMean() {
        Random random = new Random(20261120);
        Polling.create(jittered(0.5), Duration.ofDays(1))
                .scheduler(time)
                .random(random::nextDouble)
                .until(new Polls(time, "a:running").one(), Job::isDone)
                .subscribe(job -> {}, error -> {});
        time.advance(Duration.ofHours(2));

        List<Duration> waits = time.waits().subList(1, 3001);
        assertThat(waits).allSatisfy(wait -> assertThat(wait).isBetween(Duration.ofSeconds(1), Duration.ofSeconds(3)));
        long early = waits.stream().filter(wait -> wait.toMillis() < 1500).count();
        long late = waits.stream().filter(wait -> wait.toMillis() >= 2500).count();
        assertThat(early).isBetween(650L, 850L);
        assertThat(late).isBetween(650L, 850L);
    }

    @Test
    void measuresTheDeadlineFromSubscription() {
        Mono<Job> polled = polling(DOUBLING, () -> 0.5).until(new Polls(time, "a:running").one(), Job::isDone);
        time.advance(Duration.ofHours(1));
        TestSubscriber<Job> first = TestSubscriber.create();
        polled.subscribe(first);
        time.advance(Duration.ofSeconds(5));
        TestSubscriber<Job> second = TestSubscriber.create();
        polled.subscribe(second);

        time.advance(Duration.ofSeconds(7).minusNanos(1));
        assertThat(first.isTerminated()).isFalse();
        time.advance(Duration.ofNanos(1));
        assertThat(first.isTerminatedError()).isTrue();
        time.advance(Duration.ofSeconds(5).minusNanos(1));
        assertThat(second.isTerminated()).isFalse();
        time.advance(Duration.ofNanos(1));
        assertThat(second.expectTerminalError()).isInstanceOf(PollingDeadlineException.class);
        assertThat(time.liveTimers()).isZero();
    }

    @Test
    void cancelsAPollInFlightAtTheDeadline() {
        TestPublisher<Job> hanging = TestPublisher.create();
        TestSubscriber<Job> subscriber = TestSubscriber.create();
        polling(DOUBLING, () -> 0.5)
                .until(Job.of("a:pending"), hanging.mono(), Job::isDone)
                .subscribe(subscriber);
        time.advance(DEADLINE);

        hanging.assertCancelled(1);
        assertThat(subscriber.expectTerminalError()).isInstanceOf(PollingDeadlineException.class);
        assertThat(time.liveTimers()).isZero();
    }

    @Test
    void cancelsTheDeadlineAfterAFinalState() {
        TestSubscriber<Job> subscriber = TestSubscriber.create();
        polling(DOUBLING, () -> 0.5)
                .until(
                        new Polls(time, "a:running", "a:running", "a:running", "a:running", "a:passed").one(),
                        Job::isDone)
                .subscribe(subscriber);
        time.advance(DEADLINE.minusSeconds(1));

        assertThat(subscriber.isTerminatedComplete()).isTrue();
        assertThat(time.liveTimers()).isZero();
        time.advance(DEADLINE);
        assertThat(subscriber.getProtocolErrors()).isEmpty();
    }

    private Polling polling(PollingSchedule schedule, DoubleSupplier random) {
        return Polling.create(schedule, DEADLINE).scheduler(time).random(random);
    }
}
