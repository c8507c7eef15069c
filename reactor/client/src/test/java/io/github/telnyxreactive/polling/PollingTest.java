package io.github.telnyxreactive.polling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.telnyxreactive.error.PollingDeadlineException;
import io.github.telnyxreactive.internal.operator.ManualTime;
import io.github.telnyxreactive.policy.PollingSchedule;
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
    void whatIsFinalAtTheFirstLookIsEmittedAtOnce() {
        Looks looks = new Looks(time, "a:passed");

        StepVerifier.create(polling.until(looks.one(), Job::isDone))
                .expectNext(Job.of("a:passed"))
                .verifyComplete();
        assertThat(looks.count()).isEqualTo(1);
        assertThat(time.liveTimers()).isZero();
    }

    @Test
    void itLooksAgainUntilTheStateIsFinal() {
        Looks looks = new Looks(time, "a:pending", "a:running", "a:odd", "a:failed");
        looks.one().transformDeferred(look -> polling.until(look, Job::isDone)).subscribe(subscriber);
        time.advance(Duration.ofSeconds(10));

        assertThat(subscriber.getReceivedOnNext()).containsExactly(Job.of("a:failed"));
        assertThat(subscriber.isTerminatedComplete()).isTrue();
        assertThat(looks.instants()).containsExactly(0L, 1000L, 2000L, 3000L);
        assertThat(time.liveTimers()).isZero();
    }

    @Test
    void aLookThatSeesNothingIsNotFinal() {
        Looks looks = new Looks(time, "", "", "a:running", "", "a:passed");
        polling.until(looks.one(), Job::isDone).subscribe(subscriber);
        time.advance(Duration.ofSeconds(10));

        assertThat(subscriber.getReceivedOnNext()).containsExactly(Job.of("a:passed"));
        assertThat(looks.count()).isEqualTo(5);
    }

    @Test
    void aKnownStateThatIsFinalIsEmittedWithoutALook() {
        Looks looks = new Looks(time, "a:failed");

        StepVerifier.create(polling.until(Job.of("a:passed"), looks.one(), Job::isDone))
                .expectNext(Job.of("a:passed"))
                .verifyComplete();
        assertThat(looks.count()).isZero();
        assertThat(time.waits()).isEmpty();
    }

    @Test
    void aKnownStateThatIsNotFinalPutsTheFirstLookOff() {
        Looks looks = new Looks(time, "a:running", "a:passed");
        polling.until(Job.of("a:pending"), looks.one(), Job::isDone).subscribe(subscriber);
        assertThat(looks.count()).isZero();
        time.advance(Duration.ofSeconds(10));

        assertThat(subscriber.getReceivedOnNext()).containsExactly(Job.of("a:passed"));
        assertThat(looks.instants()).containsExactly(1000L, 2000L);
    }

    @Test
    void eachSubscriptionHasItsOwnLooks() {
        Map<String, Integer> counts = new ConcurrentHashMap<>();
        Mono<Integer> look =
                Mono.deferContextual(context -> Mono.just(counts.merge(context.get("name"), 1, Integer::sum)));
        Mono<Integer> polled = polling.until(look, count -> count == 3);
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
    void theContextIsThereAtEveryLook() {
        List<String> seen = new ArrayList<>();
        Mono<Integer> look = Mono.deferContextual(context -> {
            seen.add(context.get("name"));
            return Mono.just(seen.size());
        });
        TestSubscriber<Integer> named =
                TestSubscriber.builder().contextPut("name", "caller").build();
        polling.until(look, count -> count == 3).subscribe(named);
        time.advance(Duration.ofSeconds(10));

        assertThat(seen).containsExactly("caller", "caller", "caller");
        assertThat(named.isTerminatedComplete()).isTrue();
    }

    @Test
    void theErrorOfALookEndsIt() {
        IOException error = new IOException();
        Looks looks = new Looks(time, "a:running");
        polling.until(Mono.defer(() -> looks.count() == 2 ? Mono.error(error) : looks.one()), Job::isDone)
                .subscribe(subscriber);
        time.advance(Duration.ofMinutes(5));

        assertThat(subscriber.expectTerminalError()).isSameAs(error);
        assertThat(looks.count()).isEqualTo(2);
        assertThat(time.liveTimers()).isZero();
    }

    @Test
    void whatTheTestForFinalStatesThrowsEndsIt() {
        IllegalStateException broken = new IllegalStateException("broken");
        polling.until(new Looks(time, "a:running").one(), job -> {
                    throw broken;
                })
                .subscribe(subscriber);

        assertThat(subscriber.expectTerminalError()).isSameAs(broken);
        assertThat(time.liveTimers()).isZero();
    }

    @Test
    void theDeadlineTellsWhatWasLastSeen() {
        Looks looks = new Looks(time, "a:pending", "a:running");
        polling.until(looks.one(), Job::isDone).subscribe(subscriber);
        time.advance(Duration.ofMinutes(1));

        assertThat(subscriber.expectTerminalError()).isInstanceOfSatisfying(PollingDeadlineException.class, error -> {
            assertThat(error.lastSeen(Job.class)).containsExactly(Job.of("a:running"));
            assertThat(error).hasMessageContaining("within 60 s").hasMessageContaining("Not final yet: 1");
        });
        assertThat(time.liveTimers()).isZero();
    }

    @Test
    void theDeadlineTellsThatNothingWasSeen() {
        polling.until(new Looks(time, "").one(), Job::isDone).subscribe(subscriber);
        time.advance(Duration.ofMinutes(1));

        assertThat(subscriber.expectTerminalError())
                .isInstanceOfSatisfying(
                        PollingDeadlineException.class,
                        error -> assertThat(error.lastSeen(Job.class)).isEmpty());
    }

    @Test
    void aKnownStateIsWhatWasLastSeenWhereNoLookCameToAnEnd() {
        polling.until(Job.of("a:pending"), Mono.never(), Job::isDone).subscribe(subscriber);
        time.advance(Duration.ofMinutes(1));

        assertThat(subscriber.expectTerminalError())
                .isInstanceOfSatisfying(
                        PollingDeadlineException.class,
                        error -> assertThat(error.lastSeen(Job.class)).containsExactly(Job.of("a:pending")));
    }

    @ParameterizedTest
    @ValueSource(longs = {0, -1, Long.MIN_VALUE})
    void aDeadlineIsMoreThanZero(long seconds) {
        PollingSchedule schedule = PollingSchedule.defaults();
        Duration deadline = Duration.ofSeconds(seconds);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> Polling.create(schedule, deadline))
                .withMessageContaining("the deadline must be more than zero");
    }

    @Test
    void aSchedulerThatIsDisposedOfEndsItBeforeTheFirstLook() {
        Looks looks = new Looks(time, "a:running");
        time.dispose();

        StepVerifier.create(polling.until(looks.one(), Job::isDone)).verifyError(RejectedExecutionException.class);
        assertThat(looks.count()).isZero();
    }

    @Test
    void aDeadlineMayBeLongerThanAnybodyCanWait() {
        Looks looks = new Looks(time, "a:running", "a:passed");
        Polling.create(PollingSchedule.fixed(Duration.ofSeconds(1)), Duration.ofSeconds(Long.MAX_VALUE))
                .scheduler(time)
                .until(looks.one(), Job::isDone)
                .subscribe(subscriber);
        time.advance(Duration.ofSeconds(1));

        assertThat(subscriber.getReceivedOnNext()).containsExactly(Job.of("a:passed"));
    }

    @Test
    void thousandsOfLooksDoNotOverflowTheStack() {
        List<Integer> looks = new ArrayList<>();
        Polling patient = Polling.create(PollingSchedule.fixed(Duration.ofMillis(1)), Duration.ofHours(1))
                .scheduler(time);
        TestSubscriber<Integer> counting = TestSubscriber.create();
        patient.until(Mono.fromSupplier(() -> looks.size() + (looks.add(0) ? 1 : 0)), count -> count == 100_000)
                .subscribe(counting);
        time.advance(Duration.ofSeconds(100));

        assertThat(counting.getReceivedOnNext()).containsExactly(100_000);
    }
}
