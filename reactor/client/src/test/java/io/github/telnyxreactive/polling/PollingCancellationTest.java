package io.github.telnyxreactive.polling;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.telnyxreactive.Rounds;
import io.github.telnyxreactive.error.PollingDeadlineException;
import io.github.telnyxreactive.policy.PollingSchedule;
import io.github.telnyxreactive.simulator.internal.time.ManualTime;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.test.publisher.TestPublisher;
import reactor.test.subscriber.TestSubscriber;
import reactor.test.util.RaceTestUtils;

class PollingCancellationTest {

    private final ManualTime time = new ManualTime();
    private final Polling polling = Polling.create(PollingSchedule.fixed(Duration.ofSeconds(1)), Duration.ofMinutes(1))
            .scheduler(time);
    private final TestPublisher<Job> poll = TestPublisher.create();
    private final TestSubscriber<Job> subscriber =
            TestSubscriber.builder().initialRequest(0).build();

    @Test
    void leavesNoTimerAndDoesNotPollWhenCancelledBeforeDemand() {
        changes(poll.flux()).subscribe(subscriber);
        subscriber.cancel();

        assertThat(poll.wasSubscribed()).isFalse();
        assertNothingFollows();
    }

    @Test
    void doesNotPollWhenCancelledBetweenKnownElements() {
        changes(poll.flux()).subscribe(subscriber);
        subscriber.request(1);
        subscriber.cancel();

        assertThat(subscriber.getReceivedOnNext()).containsExactly(Job.of("a:pending"));
        assertThat(poll.wasSubscribed()).isFalse();
        assertNothingFollows();
    }

    @Test
    void leavesNoTimerAndDoesNotPollWhenCancelledWhileWaiting() {
        changes(poll.flux()).subscribe(subscriber);
        subscriber.request(5);
        time.advance(Duration.ofSeconds(1).minusNanos(1));
        assertThat(time.liveTimers()).isEqualTo(2);
        subscriber.cancel();

        assertThat(poll.wasSubscribed()).isFalse();
        assertNothingFollows();
    }

    @Test
    void cancelsAPollInFlight() {
        changes(poll.flux()).subscribe(subscriber);
        subscriber.request(5);
        time.advance(Duration.ofSeconds(1));
        poll.next(Job.of("a:running"));
        subscriber.cancel();

        poll.assertCancelled(1);
        assertThat(subscriber.getReceivedOnNext()).hasSize(2);
        assertNothingFollows();
    }

    @Test
    void cancelsTheFirstPollOfASingleJob() {
        TestSubscriber<Job> one = TestSubscriber.create();
        polling.until(poll.mono(), Job::isDone).subscribe(one);
        poll.assertWasSubscribed();
        one.cancel();

        poll.assertCancelled(1);
        assertThat(one.isTerminated()).isFalse();
        assertNothingFollows();
    }

    @Test
    void leavesNoTimerWhenCancelledWhileWaitingForASingleJob() {
        Polls polls = new Polls(time, "a:running");
        TestSubscriber<Job> one = TestSubscriber.create();
        polling.until(polls.one(), Job::isDone).subscribe(one);
        assertThat(time.liveTimers()).isEqualTo(2);
        one.cancel();

        assertNothingFollows();
        assertThat(polls.count()).isEqualTo(1);
    }

    @Test
    void doesNotPollWhenOnlyKnownElementsAreTaken() {
        TestSubscriber<Job> taking = TestSubscriber.create();
        changes(poll.flux()).take(2).subscribe(taking);

        assertThat(taking.isTerminatedComplete()).isTrue();
        assertThat(poll.wasSubscribed()).isFalse();
        assertNothingFollows();
    }

    @Test
    void honoursDemand() {
        Polls polls = new Polls(time, "a:running b:running", "a:passed b:passed");
        changes(polls.many()).subscribe(subscriber);
        time.advance(Duration.ofSeconds(10));
        assertThat(subscriber.getReceivedOnNext()).isEmpty();

        subscriber.request(1);
        time.advance(Duration.ofSeconds(10));
        assertThat(subscriber.getReceivedOnNext()).isEqualTo(Job.all("a:pending"));
        subscriber.request(2);
        time.advance(Duration.ofSeconds(10));
        assertThat(subscriber.getReceivedOnNext()).isEqualTo(Job.all("a:pending b:pending a:running"));
        subscriber.request(3);
        time.advance(Duration.ofSeconds(10));

        assertThat(subscriber.getReceivedOnNext())
                .isEqualTo(Job.all("a:pending b:pending a:running b:running a:passed b:passed"));
        assertThat(subscriber.isTerminatedComplete()).isTrue();
        assertThat(subscriber.getProtocolErrors()).isEmpty();
    }

    @Test
    void keepsKnownElementsAndDoesNotPollWithoutDemand() {
        Polls polls = new Polls(time, "a:running b:running");
        changes(polls.many()).subscribe(subscriber);
        time.advance(Duration.ofSeconds(30));
        assertThat(polls.count()).isZero();
        subscriber.request(1);
        time.advance(Duration.ofSeconds(10));

        assertThat(polls.count()).isZero();
    }

    @Test
    void pollsAtMostOnceAheadOfDemand() {
        Polls polls = new Polls(time, "a:1 b:1", "a:2 b:2", "a:3 b:3", "a:4 b:4");
        changes(polls.many()).subscribe(subscriber);
        subscriber.request(2);
        time.advance(Duration.ofSeconds(10));
        assertThat(polls.count()).isEqualTo(1);

        subscriber.request(1);
        time.advance(Duration.ofSeconds(10));
        assertThat(polls.count()).isEqualTo(1);
        subscriber.request(1);
        time.advance(Duration.ofSeconds(10));
        assertThat(polls.count()).isEqualTo(2);
    }

    @Test
    void pollsAtMostOnceWithoutDemand() {
        Polls polls = new Polls(time, "a:1 b:1", "a:2 b:2", "a:3 b:3");
        polling.changes(List.of(), polls.many(), Job::id, Job::status, Job::isDone)
                .subscribe(subscriber);
        time.advance(Duration.ofSeconds(10));

        assertThat(polls.count()).isEqualTo(1);
    }

    @Test
    void completesWhenTheDemandMatchesTheElements() {
        Polls polls = new Polls(time, "a:passed b:passed");
        changes(polls.many()).subscribe(subscriber);
        subscriber.request(4);
        time.advance(Duration.ofSeconds(1));

        assertThat(subscriber.getReceivedOnNext()).hasSize(4);
        assertThat(subscriber.isTerminatedComplete()).isTrue();
        assertThat(time.liveTimers()).isZero();
    }

    @Test
    void failsAtTheDeadlineIfElementsWereNotRequested() {
        Polls polls = new Polls(time, "a:passed b:passed");
        changes(polls.many()).subscribe(subscriber);
        subscriber.request(3);
        time.advance(Duration.ofMinutes(1));

        assertThat(subscriber.getReceivedOnNext()).isEqualTo(Job.all("a:pending b:pending a:passed"));
        assertThat(subscriber.expectTerminalError()).isInstanceOf(PollingDeadlineException.class);
    }

    @Rounds(200)
    void leavesNothingBehindWhenCancellationRacesWithTheTimer() {
        changes(poll.flux()).subscribe(subscriber);
        subscriber.request(5);
        RaceTestUtils.race(() -> time.advance(Duration.ofSeconds(1)), subscriber::cancel);

        assertThat(time.liveTimers()).isZero();
        if (poll.wasSubscribed()) {
            poll.assertWasCancelled();
        }
        assertThat(subscriber.isTerminated()).isFalse();
        assertThat(subscriber.getProtocolErrors()).isEmpty();
    }

    @Rounds(200)
    void terminatesOnceWhenAPollRacesWithTheDeadline() {
        changes(poll.flux()).subscribe(subscriber);
        subscriber.request(Long.MAX_VALUE);
        time.advance(Duration.ofSeconds(1));
        RaceTestUtils.race(
                () -> time.advance(Duration.ofSeconds(59)),
                () -> poll.next(Job.of("a:passed")).next(Job.of("b:passed")).complete());

        assertThat(subscriber.isTerminated()).isTrue();
        assertThat(subscriber.getProtocolErrors()).isEmpty();
        assertThat(time.liveTimers()).isZero();
    }

    private Flux<Job> changes(Flux<Job> source) {
        List<Job> known = Job.all("a:pending b:pending");
        return polling.changes(known, source, Job::id, Job::status, Job::isDone);
    }

    private void assertNothingFollows() {
        assertThat(time.liveTimers()).isZero();
        int waits = time.waits().size();
        time.advance(Duration.ofHours(1));
        assertThat(time.waits()).hasSize(waits);
        assertThat(subscriber.isTerminated()).isFalse();
        assertThat(subscriber.getReceivedOnNextAfterCancellation()).isEmpty();
        assertThat(subscriber.getProtocolErrors()).isEmpty();
    }
}
