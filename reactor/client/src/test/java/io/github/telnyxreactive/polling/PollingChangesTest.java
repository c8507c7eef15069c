package io.github.telnyxreactive.polling;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.telnyxreactive.error.PollingDeadlineException;
import io.github.telnyxreactive.internal.operator.ManualTime;
import io.github.telnyxreactive.policy.PollingSchedule;
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
    void whatIsKnownIsEmittedFirstAndThenWhatChanged() {
        Looks looks = new Looks(time, "a:running b:pending", "a:running b:running", "a:passed b:failed");
        TestSubscriber<Job> subscriber = TestSubscriber.create();
        changes(Job.all("a:pending b:pending"), looks).subscribe(subscriber);
        assertThat(subscriber.getReceivedOnNext()).isEqualTo(Job.all("a:pending b:pending"));
        time.advance(Duration.ofSeconds(10));

        assertThat(subscriber.getReceivedOnNext())
                .isEqualTo(Job.all("a:pending b:pending a:running b:running a:passed b:failed"));
        assertThat(subscriber.isTerminatedComplete()).isTrue();
        assertThat(looks.instants()).containsExactly(1000L, 2000L, 3000L);
        assertThat(time.liveTimers()).isZero();
    }

    @Test
    void allThingsAreLookedAtTogether() {
        Looks looks = new Looks(time, "a:passed b:passed c:running", "a:passed b:passed c:passed");
        TestSubscriber<Job> subscriber = TestSubscriber.create();
        changes(Job.all("a:pending b:pending c:pending"), looks).subscribe(subscriber);
        time.advance(Duration.ofSeconds(10));

        assertThat(looks.count()).isEqualTo(2);
        assertThat(subscriber.getReceivedOnNext())
                .isEqualTo(Job.all("a:pending b:pending c:pending a:passed b:passed c:running c:passed"));
    }

    @Test
    void withNothingKnownTheFirstLookIsMadeAtOnceAndFindsTheThings() {
        Looks looks = new Looks(time, "", "a:running", "a:passed b:running", "b:passed");
        TestSubscriber<Job> subscriber = TestSubscriber.create();
        changes(List.of(), looks).subscribe(subscriber);
        time.advance(Duration.ofSeconds(10));

        assertThat(looks.instants()).containsExactly(0L, 1000L, 2000L, 3000L);
        assertThat(subscriber.getReceivedOnNext()).isEqualTo(Job.all("a:running a:passed b:running b:passed"));
        assertThat(subscriber.isTerminatedComplete()).isTrue();
    }

    @Test
    void whatIsFinalStaysAsItWas() {
        Looks looks = new Looks(time, "a:running b:running", "a:passed b:running", "a:running b:failed");
        TestSubscriber<Job> subscriber = TestSubscriber.create();
        changes(List.of(), looks).subscribe(subscriber);
        time.advance(Duration.ofSeconds(10));

        assertThat(subscriber.getReceivedOnNext()).isEqualTo(Job.all("a:running b:running a:passed b:failed"));
        assertThat(subscriber.isTerminatedComplete()).isTrue();
    }

    @Test
    void whatALookDoesNotFindIsStillWaitedFor() {
        Looks looks = new Looks(time, "a:passed", "", "b:passed");
        TestSubscriber<Job> subscriber = TestSubscriber.create();
        changes(Job.all("a:running b:running"), looks).subscribe(subscriber);
        time.advance(Duration.ofSeconds(10));

        assertThat(subscriber.getReceivedOnNext()).isEqualTo(Job.all("a:running b:running a:passed b:passed"));
        assertThat(looks.count()).isEqualTo(3);
    }

    @Test
    void whatIsKnownToBeFinalNeedsNoLook() {
        Looks looks = new Looks(time, "a:running");

        StepVerifier.create(changes(Job.all("a:passed b:failed"), looks))
                .expectNext(Job.of("a:passed"), Job.of("b:failed"))
                .verifyComplete();
        assertThat(looks.count()).isZero();
        assertThat(time.waits()).isEmpty();
    }

    @Test
    void aThingThatIsKnownTwiceIsCountedOnce() {
        Looks looks = new Looks(time, "a:passed");
        TestSubscriber<Job> subscriber = TestSubscriber.create();
        changes(Job.all("a:pending a:pending"), looks).subscribe(subscriber);
        time.advance(Duration.ofSeconds(1));

        assertThat(subscriber.getReceivedOnNext()).isEqualTo(Job.all("a:pending a:passed"));
        assertThat(subscriber.isTerminatedComplete()).isTrue();
    }

    @Test
    void whatIsKnownIsTakenAtAssemblyAndKeptForEverySubscription() {
        List<Job> known = new ArrayList<>(Job.all("a:passed"));
        Flux<Job> changes = changes(known, new Looks(time, "b:running"));
        known.add(Job.of("b:running"));

        StepVerifier.create(changes).expectNext(Job.of("a:passed")).verifyComplete();
        StepVerifier.create(changes).expectNext(Job.of("a:passed")).verifyComplete();
    }

    @Test
    void subscriptionsThatOverlapDoNotShareWhatTheyHaveSeen() {
        Flux<Job> changes = changes(List.of(), new Looks(time, "a:pending", "a:running", "a:running", "a:passed"));
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
    void theDeadlineTellsWhatIsNotFinalInTheOrderInWhichItWasFirstSeen() {
        Looks looks = new Looks(time, "c:running b:passed a:running", "a:odd b:passed c:running d:pending");
        TestSubscriber<Job> subscriber = TestSubscriber.create();
        changes(List.of(), looks).subscribe(subscriber);
        time.advance(Duration.ofMinutes(1));

        assertThat(subscriber.expectTerminalError()).isInstanceOfSatisfying(PollingDeadlineException.class, error -> {
            assertThat(error.lastSeen(Job.class)).isEqualTo(Job.all("c:running a:odd d:pending"));
            assertThat(error.lastSeen(String.class)).isEmpty();
        });
        assertThat(time.liveTimers()).isZero();
    }

    @Test
    void whatTheKeyThrowsEndsIt() {
        IllegalStateException broken = new IllegalStateException("broken");
        TestSubscriber<Job> subscriber = TestSubscriber.create();
        polling.changes(
                        List.of(),
                        new Looks(time, "a:running").many(),
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
    void whatTheKeyOfSomethingKnownThrowsIsEmittedToo() {
        IllegalStateException broken = new IllegalStateException("broken");
        Looks looks = new Looks(time, "a:running");
        Flux<Job> changes = polling.changes(
                Job.all("a:running"),
                looks.many(),
                job -> {
                    throw broken;
                },
                Job::status,
                Job::isDone);

        StepVerifier.create(changes)
                .verifyErrorSatisfies(error -> assertThat(error).isSameAs(broken));
        assertThat(looks.count()).isZero();
        assertThat(time.liveTimers()).isZero();
    }

    @Test
    void whatTheAspectThrowsEndsIt() {
        IllegalStateException broken = new IllegalStateException("broken");
        TestSubscriber<Job> subscriber = TestSubscriber.create();
        polling.changes(
                        Job.all("a:running"),
                        new Looks(time, "a:running").many(),
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

    private Flux<Job> changes(Collection<Job> known, Looks looks) {
        return polling.changes(known, looks.many(), Job::id, Job::status, Job::isDone);
    }
}
