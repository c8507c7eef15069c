package io.github.telnyxreactive.polling;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.telnyxreactive.Rounds;
import io.github.telnyxreactive.error.PollingDeadlineException;
import io.github.telnyxreactive.internal.operator.ManualTime;
import io.github.telnyxreactive.policy.PollingSchedule;
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
    private final TestPublisher<Job> look = TestPublisher.create();
    private final TestSubscriber<Job> subscriber =
            TestSubscriber.builder().initialRequest(0).build();

    @Test
    void cancellingBeforeThereIsDemandLeavesNoTimerAndMakesNoLook() {
        changes(look.flux()).subscribe(subscriber);
        subscriber.cancel();

        assertThat(look.wasSubscribed()).isFalse();
        assertNothingFollows();
    }

    @Test
    void cancellingBetweenElementsOfWhatIsKnownMakesNoLook() {
        changes(look.flux()).subscribe(subscriber);
        subscriber.request(1);
        subscriber.cancel();

        assertThat(subscriber.getReceivedOnNext()).containsExactly(Job.of("a:pending"));
        assertThat(look.wasSubscribed()).isFalse();
        assertNothingFollows();
    }

    @Test
    void cancellingTheWaitLeavesNoTimerAndMakesNoLook() {
        changes(look.flux()).subscribe(subscriber);
        subscriber.request(5);
        time.advance(Duration.ofSeconds(1).minusNanos(1));
        assertThat(time.liveTimers()).isEqualTo(2);
        subscriber.cancel();

        assertThat(look.wasSubscribed()).isFalse();
        assertNothingFollows();
    }

    @Test
    void cancellingReachesALookThatIsUnderWay() {
        changes(look.flux()).subscribe(subscriber);
        subscriber.request(5);
        time.advance(Duration.ofSeconds(1));
        look.next(Job.of("a:running"));
        subscriber.cancel();

        look.assertCancelled(1);
        assertThat(subscriber.getReceivedOnNext()).hasSize(2);
        assertNothingFollows();
    }

    @Test
    void cancellingReachesTheFirstLookAtOneThing() {
        TestSubscriber<Job> one = TestSubscriber.create();
        polling.until(look.mono(), Job::isDone).subscribe(one);
        look.assertWasSubscribed();
        one.cancel();

        look.assertCancelled(1);
        assertThat(one.isTerminated()).isFalse();
        assertNothingFollows();
    }

    @Test
    void cancellingTheWaitForOneThingLeavesNoTimer() {
        Looks looks = new Looks(time, "a:running");
        TestSubscriber<Job> one = TestSubscriber.create();
        polling.until(looks.one(), Job::isDone).subscribe(one);
        assertThat(time.liveTimers()).isEqualTo(2);
        one.cancel();

        assertNothingFollows();
        assertThat(looks.count()).isEqualTo(1);
    }

    @Test
    void takingWhatIsKnownMakesNoLook() {
        TestSubscriber<Job> taking = TestSubscriber.create();
        changes(look.flux()).take(2).subscribe(taking);

        assertThat(taking.isTerminatedComplete()).isTrue();
        assertThat(look.wasSubscribed()).isFalse();
        assertNothingFollows();
    }

    @Test
    void demandIsHonoured() {
        Looks looks = new Looks(time, "a:running b:running", "a:passed b:passed");
        changes(looks.many()).subscribe(subscriber);
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
    void withoutDemandWhatIsKnownIsKeptAndNoLookIsMade() {
        Looks looks = new Looks(time, "a:running b:running");
        changes(looks.many()).subscribe(subscriber);
        time.advance(Duration.ofSeconds(30));
        assertThat(looks.count()).isZero();
        subscriber.request(1);
        time.advance(Duration.ofSeconds(10));

        assertThat(looks.count()).isZero();
    }

    @Test
    void atMostOneLookIsMadeAheadOfWhatHasBeenTaken() {
        Looks looks = new Looks(time, "a:1 b:1", "a:2 b:2", "a:3 b:3", "a:4 b:4");
        changes(looks.many()).subscribe(subscriber);
        subscriber.request(2);
        time.advance(Duration.ofSeconds(10));
        assertThat(looks.count()).isEqualTo(1);

        subscriber.request(1);
        time.advance(Duration.ofSeconds(10));
        assertThat(looks.count()).isEqualTo(1);
        subscriber.request(1);
        time.advance(Duration.ofSeconds(10));
        assertThat(looks.count()).isEqualTo(2);
    }

    @Test
    void atMostOneLookIsMadeWhereNothingHasBeenTaken() {
        Looks looks = new Looks(time, "a:1 b:1", "a:2 b:2", "a:3 b:3");
        polling.changes(List.of(), looks.many(), Job::id, Job::status, Job::isDone)
                .subscribe(subscriber);
        time.advance(Duration.ofSeconds(10));

        assertThat(looks.count()).isEqualTo(1);
    }

    @Test
    void demandForExactlyWhatThereIsCompletesRightAway() {
        Looks looks = new Looks(time, "a:passed b:passed");
        changes(looks.many()).subscribe(subscriber);
        subscriber.request(4);
        time.advance(Duration.ofSeconds(1));

        assertThat(subscriber.getReceivedOnNext()).hasSize(4);
        assertThat(subscriber.isTerminatedComplete()).isTrue();
        assertThat(time.liveTimers()).isZero();
    }

    @Test
    void theDeadlineDoesNotPassOffWhatWasNotTakenAsAll() {
        Looks looks = new Looks(time, "a:passed b:passed");
        changes(looks.many()).subscribe(subscriber);
        subscriber.request(3);
        time.advance(Duration.ofMinutes(1));

        assertThat(subscriber.getReceivedOnNext()).isEqualTo(Job.all("a:pending b:pending a:passed"));
        assertThat(subscriber.expectTerminalError()).isInstanceOf(PollingDeadlineException.class);
    }

    @Rounds(200)
    void cancellingWhileTheTimerGoesOffLeavesNothingBehind() {
        changes(look.flux()).subscribe(subscriber);
        subscriber.request(5);
        RaceTestUtils.race(() -> time.advance(Duration.ofSeconds(1)), subscriber::cancel);

        assertThat(time.liveTimers()).isZero();
        if (look.wasSubscribed()) {
            look.assertWasCancelled();
        }
        assertThat(subscriber.isTerminated()).isFalse();
        assertThat(subscriber.getProtocolErrors()).isEmpty();
    }

    @Rounds(200)
    void aLookThatEndsAtTheDeadlineEndsItOnce() {
        changes(look.flux()).subscribe(subscriber);
        subscriber.request(Long.MAX_VALUE);
        time.advance(Duration.ofSeconds(1));
        RaceTestUtils.race(
                () -> time.advance(Duration.ofSeconds(59)),
                () -> look.next(Job.of("a:passed")).next(Job.of("b:passed")).complete());

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
