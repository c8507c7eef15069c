package io.github.telnyxreactive.polling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import io.github.telnyxreactive.Rounds;
import io.github.telnyxreactive.error.PollingDeadlineException;
import io.github.telnyxreactive.policy.PollingSchedule;
import io.github.telnyxreactive.simulator.internal.time.ManualTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;
import reactor.test.publisher.TestPublisher;
import reactor.test.scheduler.VirtualTimeScheduler;
import reactor.test.subscriber.TestSubscriber;
import reactor.test.util.RaceTestUtils;

/** Tests how the polls of a polling begin and end. */
class PollingLifecycleTest {

    private final ManualTime time = new ManualTime();
    private final Polling polling = Polling.create(PollingSchedule.fixed(Duration.ofSeconds(1)), Duration.ofMinutes(1))
            .scheduler(time);
    private final TestPublisher<Job> poll =
            TestPublisher.createNoncompliant(TestPublisher.Violation.CLEANUP_ON_TERMINATE);
    private final TestSubscriber<Job> subscriber = TestSubscriber.create();

    @Test
    void doesNotCancelAPollThatFoundAFinalState() {
        polling.until(Mono.fromDirect(poll), Job::isDone).subscribe(subscriber);
        poll.next(Job.of("a:passed"));
        assertThat(subscriber.getReceivedOnNext()).isEmpty();
        poll.complete();

        assertThat(subscriber.getReceivedOnNext()).containsExactly(Job.of("a:passed"));
        assertThat(subscriber.isTerminatedComplete()).isTrue();
        poll.assertNotCancelled();
        assertThat(time.liveTimers()).isZero();
    }

    @Test
    void ignoresAPollThatDoesNotComplete() {
        polling.until(Mono.fromDirect(poll), Job::isDone).subscribe(subscriber);
        poll.next(Job.of("a:passed"));
        time.advance(Duration.ofMinutes(1));

        poll.assertCancelled(1);
        assertThat(subscriber.expectTerminalError())
                .isInstanceOfSatisfying(
                        PollingDeadlineException.class,
                        error -> assertThat(error.lastSeen(Job.class)).isEmpty());
        assertThat(subscriber.getReceivedOnNext()).isEmpty();
    }

    @Test
    void doesNotCancelALaterPollThatFoundAFinalState() {
        polling.until(Job.of("a:running"), Mono.fromDirect(poll), Job::isDone).subscribe(subscriber);
        time.advance(Duration.ofSeconds(1));
        poll.next(Job.of("a:passed")).complete();

        assertThat(subscriber.getReceivedOnNext()).containsExactly(Job.of("a:passed"));
        assertThat(subscriber.isTerminatedComplete()).isTrue();
        poll.assertNotCancelled();
        assertThat(time.liveTimers()).isZero();
    }

    @Test
    void testsForAFinalStateOncePerPoll() {
        AtomicInteger tests = new AtomicInteger();
        Polls polls = new Polls(time, "a:pending", "a:running", "a:passed");
        polling.until(Job.of("a:pending"), polls.one(), job -> {
                    tests.incrementAndGet();
                    return job.isDone();
                })
                .subscribe(subscriber);
        time.advance(Duration.ofSeconds(10));

        assertThat(subscriber.getReceivedOnNext()).containsExactly(Job.of("a:passed"));
        assertThat(tests).hasValue(4);
    }

    @Test
    void propagatesTheContextAfterAKnownState() {
        Mono<String> named = Mono.deferContextual(context -> Mono.just(context.<String>get("name")));
        TestSubscriber<String> caller =
                TestSubscriber.builder().contextPut("name", "caller").build();
        polling.until("nobody", named, "caller"::equals).subscribe(caller);
        time.advance(Duration.ofSeconds(1));

        assertThat(caller.getReceivedOnNext()).containsExactly("caller");
    }

    @Test
    void propagatesTheContextToEveryPollOfManyJobs() {
        List<String> seen = new ArrayList<>();
        Flux<Integer> named = Flux.deferContextual(context -> {
            seen.add(context.get("name"));
            return Flux.just(seen.size());
        });
        TestSubscriber<Integer> caller =
                TestSubscriber.builder().contextPut("name", "caller").build();
        polling.changes(List.of(), named, count -> "", count -> count, count -> count == 3)
                .subscribe(caller);
        time.advance(Duration.ofSeconds(10));

        assertThat(seen).containsExactly("caller", "caller", "caller");
        assertThat(caller.getReceivedOnNext()).containsExactly(1, 2, 3);
    }

    @Test
    void failsIfTheSchedulerIsDisposedBetweenPolls() {
        TestSubscriber<Job> changing = TestSubscriber.create();
        polling.until(poll.mono(), Job::isDone).subscribe(subscriber);
        polling.changes(List.of(), poll.flux(), Job::id, Job::status, Job::isDone)
                .subscribe(changing);
        time.dispose();
        poll.next(Job.of("a:running")).complete();

        assertThat(subscriber.expectTerminalError()).isInstanceOf(RejectedExecutionException.class);
        assertThat(changing.expectTerminalError()).isInstanceOf(RejectedExecutionException.class);
    }

    @Test
    void rejectsANullKnownState() {
        assertThatNullPointerException().isThrownBy(() -> polling.until(null, poll.mono(), Job::isDone));
    }

    @Test
    void emitsWhatTheTestOfAKnownStateThrows() {
        IllegalStateException broken = new IllegalStateException("broken");
        polling.until(Job.of("a:running"), poll.mono(), job -> {
                    throw broken;
                })
                .subscribe(subscriber);

        assertThat(subscriber.expectTerminalError()).isSameAs(broken);
        assertThat(time.waits()).isEmpty();
    }

    @Test
    void supportsVirtualTime() {
        StepVerifier.withVirtualTime(() -> virtual().until(Mono.just(1), state -> false))
                .expectSubscription()
                .expectNoEvent(Duration.ofMinutes(1).minusNanos(1))
                .thenAwait(Duration.ofNanos(1))
                .verifyError(PollingDeadlineException.class);
        StepVerifier.withVirtualTime(
                        () -> virtual().changes(List.of(), Flux.just(1), key -> key, state -> state, state -> false))
                .expectNext(1)
                .expectNoEvent(Duration.ofMinutes(1).minusNanos(1))
                .thenAwait(Duration.ofNanos(1))
                .verifyError(PollingDeadlineException.class);
    }

    private static Polling virtual() {
        return Polling.create(PollingSchedule.fixed(Duration.ofSeconds(1)), Duration.ofMinutes(1))
                .scheduler(VirtualTimeScheduler.get());
    }

    @Rounds(200)
    void terminatesOnceWhenAPollOfASingleJobRacesWithTheDeadline() {
        polling.until(poll.mono(), Job::isDone).subscribe(subscriber);
        RaceTestUtils.race(
                () -> time.advance(Duration.ofMinutes(1)),
                () -> poll.next(Job.of("a:passed")).complete());

        assertThat(subscriber.isTerminated()).isTrue();
        assertThat(subscriber.getReceivedOnNext()).hasSize(subscriber.isTerminatedComplete() ? 1 : 0);
        assertThat(subscriber.getProtocolErrors()).isEmpty();
        assertThat(time.liveTimers()).isZero();
    }

    @Rounds(200)
    void leavesNothingBehindWhenCancellationRacesWithAPoll() {
        polling.until(poll.mono(), Job::isDone).subscribe(subscriber);
        RaceTestUtils.race(
                subscriber::cancel, () -> poll.next(Job.of("a:running")).complete());

        assertThat(time.liveTimers()).isZero();
        assertThat(subscriber.isTerminated()).isFalse();
        assertThat(subscriber.getProtocolErrors()).isEmpty();
    }
}
