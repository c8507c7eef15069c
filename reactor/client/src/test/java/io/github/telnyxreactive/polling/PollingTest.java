package io.github.telnyxreactive.polling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.telnyxreactive.error.PollingDeadlineException;
import io.github.telnyxreactive.policy.PollingSchedule;
import io.github.telnyxreactive.simulator.internal.time.ManualTime;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;
import reactor.test.subscriber.TestSubscriber;

class PollingTest {

    private final ManualTime time = new ManualTime();
    private final Polling polling = Polling.create(PollingSchedule.fixed(Duration.ofSeconds(1)), Duration.ofMinutes(1))
            .scheduler(time);
    private final TestSubscriber<Job> subscriber = TestSubscriber.create();

    @Test
    void emitsAFinalStateOfTheFirstPollAtOnce() {
        Polls polls = new Polls(time, "a:passed");

        StepVerifier.create(polling.until(polls.one(), Job::isDone))
                .expectNext(Job.of("a:passed"))
                .verifyComplete();
        assertThat(polls.count()).isEqualTo(1);
        assertThat(time.liveTimers()).isZero();
    }

    @Test
    void pollsUntilTheStateIsFinal() {
        Polls polls = new Polls(time, "a:pending", "a:running", "a:odd", "a:failed");
        polls.one().transformDeferred(poll -> polling.until(poll, Job::isDone)).subscribe(subscriber);
        time.advance(Duration.ofSeconds(10));

        assertThat(subscriber.getReceivedOnNext()).containsExactly(Job.of("a:failed"));
        assertThat(subscriber.isTerminatedComplete()).isTrue();
        assertThat(polls.instants()).containsExactly(0L, 1000L, 2000L, 3000L);
        assertThat(time.liveTimers()).isZero();
    }

    @Test
    void continuesAfterAnEmptyPoll() {
        Polls polls = new Polls(time, "", "", "a:running", "", "a:passed");
        polling.until(polls.one(), Job::isDone).subscribe(subscriber);
        time.advance(Duration.ofSeconds(10));

        assertThat(subscriber.getReceivedOnNext()).containsExactly(Job.of("a:passed"));
        assertThat(polls.count()).isEqualTo(5);
    }

    @Test
    void emitsAFinalKnownStateWithoutPolling() {
        Polls polls = new Polls(time, "a:failed");

        StepVerifier.create(polling.until(Job.of("a:passed"), polls.one(), Job::isDone))
                .expectNext(Job.of("a:passed"))
                .verifyComplete();
        assertThat(polls.count()).isZero();
        assertThat(time.waits()).isEmpty();
    }

    @Test
    void delaysTheFirstPollIfAStateIsKnown() {
        Polls polls = new Polls(time, "a:running", "a:passed");
        polling.until(Job.of("a:pending"), polls.one(), Job::isDone).subscribe(subscriber);
        assertThat(polls.count()).isZero();
        time.advance(Duration.ofSeconds(10));

        assertThat(subscriber.getReceivedOnNext()).containsExactly(Job.of("a:passed"));
        assertThat(polls.instants()).containsExactly(1000L, 2000L);
    }

    @Test
    void pollsForEachSubscription() {
        Map<String, Integer> counts = new ConcurrentHashMap<>();
        Mono<Integer> poll =
                Mono.deferContextual(context -> Mono.just(counts.merge(context.get("name"), 1, Integer::sum)));
        Mono<Integer> polled = polling.until(poll, count -> count == 3);
        TestSubscriber<Integer> first =
                TestSubscriber.builder().contextPut("name", "first").build();
        TestSubscriber<Integer> second =
                TestSubscriber.builder().contextPut("name", "second").build();

        polled.subscribe(first);
        time.advanceMillis(1500);
        polled.subscribe(second);
        time.advanceMillis(500);
        assertThat(first.isTerminatedComplete()).isTrue();
        assertThat(second.isTerminated()).isFalse();
        time.advanceMillis(1500);

        assertThat(second.isTerminatedComplete()).isTrue();
        assertThat(counts).isEqualTo(Map.of("first", 3, "second", 3));
        assertThat(time.liveTimers()).isZero();
    }

    @Test
    void propagatesTheContextToEveryPoll() {
        List<String> seen = new ArrayList<>();
        Mono<Integer> poll = Mono.deferContextual(context -> {
            seen.add(context.get("name"));
            return Mono.just(seen.size());
        });
        TestSubscriber<Integer> named =
                TestSubscriber.builder().contextPut("name", "caller").build();
        polling.until(poll, count -> count == 3).subscribe(named);
        time.advance(Duration.ofSeconds(10));

        assertThat(seen).containsExactly("caller", "caller", "caller");
        assertThat(named.isTerminatedComplete()).isTrue();
    }

    @Test
    void failsWithTheErrorOfAPoll() {
        IOException error = new IOException();
        Polls polls = new Polls(time, "a:running");
        polling.until(Mono.defer(() -> polls.count() == 2 ? Mono.error(error) : polls.one()), Job::isDone)
                .subscribe(subscriber);
        time.advance(Duration.ofMinutes(5));

        assertThat(subscriber.expectTerminalError()).isSameAs(error);
        assertThat(polls.count()).isEqualTo(2);
        assertThat(time.liveTimers()).isZero();
    }

    @Test
    void emitsWhatTheTestForFinalStatesThrows() {
        IllegalStateException broken = new IllegalStateException("broken");
        polling.until(new Polls(time, "a:running").one(), job -> {
                    throw broken;
                })
                .subscribe(subscriber);

        assertThat(subscriber.expectTerminalError()).isSameAs(broken);
        assertThat(time.liveTimers()).isZero();
    }

    @Test
    void reportsTheLastSeenStateAtTheDeadline() {
        Polls polls = new Polls(time, "a:pending", "a:running");
        polling.until(polls.one(), Job::isDone).subscribe(subscriber);
        time.advance(Duration.ofMinutes(1));

        assertThat(subscriber.expectTerminalError()).isInstanceOfSatisfying(PollingDeadlineException.class, error -> {
            assertThat(error.lastSeen(Job.class)).containsExactly(Job.of("a:running"));
            assertThat(error).hasMessageContaining("within 60 s").hasMessageContaining("Not final yet: 1");
        });
        assertThat(time.liveTimers()).isZero();
    }

    @Test
    void reportsThatNothingWasSeenAtTheDeadline() {
        polling.until(new Polls(time, "").one(), Job::isDone).subscribe(subscriber);
        time.advance(Duration.ofMinutes(1));

        assertThat(subscriber.expectTerminalError())
                .isInstanceOfSatisfying(
                        PollingDeadlineException.class,
                        error -> assertThat(error.lastSeen(Job.class)).isEmpty());
    }

    @Test
    void reportsTheKnownStateAtTheDeadlineIfNoPollCompleted() {
        polling.until(Job.of("a:pending"), Mono.never(), Job::isDone).subscribe(subscriber);
        time.advance(Duration.ofMinutes(1));

        assertThat(subscriber.expectTerminalError())
                .isInstanceOfSatisfying(
                        PollingDeadlineException.class,
                        error -> assertThat(error.lastSeen(Job.class)).containsExactly(Job.of("a:pending")));
    }

    @ParameterizedTest
    @ValueSource(longs = {0, -1, Long.MIN_VALUE})
    void requiresAPositiveDeadline(long seconds) {
        PollingSchedule schedule = PollingSchedule.defaults();
        Duration deadline = Duration.ofSeconds(seconds);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> Polling.create(schedule, deadline))
                .withMessageContaining("the deadline must be more than zero");
    }

    @Test
    void failsBeforeTheFirstPollIfTheSchedulerIsDisposed() {
        Polls polls = new Polls(time, "a:running");
        time.dispose();

        StepVerifier.create(polling.until(polls.one(), Job::isDone)).verifyError(RejectedExecutionException.class);
        assertThat(polls.count()).isZero();
    }

    @Test
    void acceptsADeadlineOfAnyLength() {
        Polls polls = new Polls(time, "a:running", "a:passed");
        Polling.create(PollingSchedule.fixed(Duration.ofSeconds(1)), Duration.ofSeconds(Long.MAX_VALUE))
                .scheduler(time)
                .until(polls.one(), Job::isDone)
                .subscribe(subscriber);
        time.advance(Duration.ofSeconds(1));

        assertThat(subscriber.getReceivedOnNext()).containsExactly(Job.of("a:passed"));
    }

    @Test
    void doesNotOverflowTheStackWithThousandsOfPolls() {
        List<Integer> polls = new ArrayList<>();
        Polling patient = Polling.create(PollingSchedule.fixed(Duration.ofMillis(1)), Duration.ofHours(1))
                .scheduler(time);
        TestSubscriber<Integer> counting = TestSubscriber.create();
        patient.until(Mono.fromSupplier(() -> polls.size() + (polls.add(0) ? 1 : 0)), count -> count == 100_000)
                .subscribe(counting);
        time.advance(Duration.ofSeconds(100));

        assertThat(counting.getReceivedOnNext()).containsExactly(100_000);
    }
}
