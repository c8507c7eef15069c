package io.github.telnyxreactive.polling;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.telnyxreactive.error.PollingDeadlineException;
import io.github.telnyxreactive.policy.PollingSchedule;
import io.github.telnyxreactive.simulator.internal.time.ManualTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.test.StepVerifier;
import reactor.test.subscriber.TestSubscriber;

class PollingChangesTest {

    private final ManualTime time = new ManualTime();
    private final Polling polling = Polling.create(PollingSchedule.fixed(Duration.ofSeconds(1)), Duration.ofMinutes(1))
            .scheduler(time);

    @Test
    void emitsKnownStatesAndThenChanges() {
        Polls polls = new Polls(time, "a:running b:pending", "a:running b:running", "a:passed b:failed");
        TestSubscriber<Job> subscriber = TestSubscriber.create();
        changes(Job.all("a:pending b:pending"), polls).subscribe(subscriber);
        assertThat(subscriber.getReceivedOnNext()).isEqualTo(Job.all("a:pending b:pending"));
        time.advance(Duration.ofSeconds(10));

        assertThat(subscriber.getReceivedOnNext())
                .isEqualTo(Job.all("a:pending b:pending a:running b:running a:passed b:failed"));
        assertThat(subscriber.isTerminatedComplete()).isTrue();
        assertThat(polls.instants()).containsExactly(1000L, 2000L, 3000L);
        assertThat(time.liveTimers()).isZero();
    }

    @Test
    void pollsAllJobsTogether() {
        Polls polls = new Polls(time, "a:passed b:passed c:running", "a:passed b:passed c:passed");
        TestSubscriber<Job> subscriber = TestSubscriber.create();
        changes(Job.all("a:pending b:pending c:pending"), polls).subscribe(subscriber);
        time.advance(Duration.ofSeconds(10));

        assertThat(polls.count()).isEqualTo(2);
        assertThat(subscriber.getReceivedOnNext())
                .isEqualTo(Job.all("a:pending b:pending c:pending a:passed b:passed c:running c:passed"));
    }

    @Test
    void pollsAtOnceAndFindsTheJobsIfNoneIsKnown() {
        Polls polls = new Polls(time, "", "a:running", "a:passed b:running", "b:passed");
        TestSubscriber<Job> subscriber = TestSubscriber.create();
        changes(List.of(), polls).subscribe(subscriber);
        time.advance(Duration.ofSeconds(10));

        assertThat(polls.instants()).containsExactly(0L, 1000L, 2000L, 3000L);
        assertThat(subscriber.getReceivedOnNext()).isEqualTo(Job.all("a:running a:passed b:running b:passed"));
        assertThat(subscriber.isTerminatedComplete()).isTrue();
    }

    @Test
    void keepsFinalStates() {
        Polls polls = new Polls(time, "a:running b:running", "a:passed b:running", "a:running b:failed");
        TestSubscriber<Job> subscriber = TestSubscriber.create();
        changes(List.of(), polls).subscribe(subscriber);
        time.advance(Duration.ofSeconds(10));

        assertThat(subscriber.getReceivedOnNext()).isEqualTo(Job.all("a:running b:running a:passed b:failed"));
        assertThat(subscriber.isTerminatedComplete()).isTrue();
    }

    @Test
    void keepsWaitingForAJobThatAPollDoesNotFind() {
        Polls polls = new Polls(time, "a:passed", "", "b:passed");
        TestSubscriber<Job> subscriber = TestSubscriber.create();
        changes(Job.all("a:running b:running"), polls).subscribe(subscriber);
        time.advance(Duration.ofSeconds(10));

        assertThat(subscriber.getReceivedOnNext()).isEqualTo(Job.all("a:running b:running a:passed b:passed"));
        assertThat(polls.count()).isEqualTo(3);
    }

    @Test
    void doesNotPollIfAllKnownStatesAreFinal() {
        Polls polls = new Polls(time, "a:running");

        StepVerifier.create(changes(Job.all("a:passed b:failed"), polls))
                .expectNext(Job.of("a:passed"), Job.of("b:failed"))
                .verifyComplete();
        assertThat(polls.count()).isZero();
        assertThat(time.waits()).isEmpty();
    }

    @Test
    void countsAJobThatIsKnownTwiceOnce() {
        Polls polls = new Polls(time, "a:passed");
        TestSubscriber<Job> subscriber = TestSubscriber.create();
        changes(Job.all("a:pending a:pending"), polls).subscribe(subscriber);
        time.advance(Duration.ofSeconds(1));

        assertThat(subscriber.getReceivedOnNext()).isEqualTo(Job.all("a:pending a:passed"));
        assertThat(subscriber.isTerminatedComplete()).isTrue();
    }

    @Test
    void copiesTheKnownStatesAtAssembly() {
        List<Job> known = new ArrayList<>(Job.all("a:passed"));
        Flux<Job> changes = changes(known, new Polls(time, "b:running"));
        known.add(Job.of("b:running"));

        StepVerifier.create(changes).expectNext(Job.of("a:passed")).verifyComplete();
        StepVerifier.create(changes).expectNext(Job.of("a:passed")).verifyComplete();
    }

    @Test
    void keepsOverlappingSubscriptionsApart() {
        Flux<Job> changes = changes(List.of(), new Polls(time, "a:pending", "a:running", "a:running", "a:passed"));
        TestSubscriber<Job> first = TestSubscriber.create();
        TestSubscriber<Job> second = TestSubscriber.create();
        changes.subscribe(first);
        time.advanceMillis(500);
        changes.subscribe(second);
        time.advance(Duration.ofSeconds(10));

        assertThat(first.getReceivedOnNext()).isEqualTo(Job.all("a:pending a:running a:passed"));
        assertThat(second.getReceivedOnNext()).isEqualTo(Job.all("a:running a:passed"));
        assertThat(first.isTerminatedComplete()).isTrue();
        assertThat(second.isTerminatedComplete()).isTrue();
    }

    @Test
    void reportsUnfinishedJobsInOrderOfFirstAppearanceAtTheDeadline() {
        Polls polls = new Polls(time, "c:running b:passed a:running", "a:odd b:passed c:running d:pending");
        TestSubscriber<Job> subscriber = TestSubscriber.create();
        changes(List.of(), polls).subscribe(subscriber);
        time.advance(Duration.ofMinutes(1));

        assertThat(subscriber.expectTerminalError()).isInstanceOfSatisfying(PollingDeadlineException.class, error -> {
            assertThat(error.lastSeen(Job.class)).isEqualTo(Job.all("c:running a:odd d:pending"));
            assertThat(error.lastSeen(String.class)).isEmpty();
        });
        assertThat(time.liveTimers()).isZero();
    }

    @Test
    void emitsWhatTheKeyFunctionThrows() {
        IllegalStateException broken = new IllegalStateException("broken");
        TestSubscriber<Job> subscriber = TestSubscriber.create();
        polling.changes(
                        List.of(),
                        new Polls(time, "a:running").many(),
                        job -> {
                            throw broken;
                        },
                        Job::status,
                        Job::isDone)
                .subscribe(subscriber);

        assertThat(subscriber.expectTerminalError()).isSameAs(broken);
        assertThat(time.liveTimers()).isZero();
    }

    @Test
    void emitsWhatTheKeyFunctionThrowsForAKnownState() {
        IllegalStateException broken = new IllegalStateException("broken");
        Polls polls = new Polls(time, "a:running");
        Flux<Job> changes = polling.changes(
                Job.all("a:running"),
                polls.many(),
                job -> {
                    throw broken;
                },
                Job::status,
                Job::isDone);

        StepVerifier.create(changes)
                .verifyErrorSatisfies(error -> assertThat(error).isSameAs(broken));
        assertThat(polls.count()).isZero();
        assertThat(time.liveTimers()).isZero();
    }

    @Test
    void emitsWhatTheAspectFunctionThrows() {
        IllegalStateException broken = new IllegalStateException("broken");
        TestSubscriber<Job> subscriber = TestSubscriber.create();
        polling.changes(
                        Job.all("a:running"),
                        new Polls(time, "a:running").many(),
                        Job::id,
                        job -> {
                            throw broken;
                        },
                        Job::isDone)
                .subscribe(subscriber);
        time.advance(Duration.ofSeconds(1));

        assertThat(subscriber.getReceivedOnNext()).containsExactly(Job.of("a:running"));
        assertThat(subscriber.expectTerminalError()).isSameAs(broken);
        assertThat(time.liveTimers()).isZero();
    }

    private Flux<Job> changes(Collection<Job> known, Polls polls) {
        return polling.changes(known, polls.many(), Job::id, Job::status, Job::isDone);
    }
}
