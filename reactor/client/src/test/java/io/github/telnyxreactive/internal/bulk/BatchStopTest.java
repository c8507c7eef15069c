package io.github.telnyxreactive.internal.bulk;

import static io.github.telnyxreactive.internal.bulk.FakeRuns.options;
import static io.github.telnyxreactive.internal.bulk.FakeRuns.suites;
import static io.github.telnyxreactive.model.testrun.TestRunStatus.PASSED;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.telnyxreactive.bulk.BatchEvent;
import io.github.telnyxreactive.bulk.BatchItem;
import io.github.telnyxreactive.bulk.ItemRefusedException;
import io.github.telnyxreactive.bulk.Runs;
import io.github.telnyxreactive.bulk.StopSignal;
import io.github.telnyxreactive.error.ApiErrors;
import io.github.telnyxreactive.error.FailedCall;
import io.github.telnyxreactive.error.UnauthorizedException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.test.publisher.TestPublisher;
import reactor.test.subscriber.TestSubscriber;

/** A batch that the application stops. */
class BatchStopTest {

    private final FakeRuns runs = new FakeRuns();
    private final TestSubscriber<BatchEvent> subscriber = TestSubscriber.create();
    private final TestPublisher<StopSignal> stops = TestPublisher.create();

    BatchStopTest() {
        runs.stops = stops;
    }

    private List<BatchEvent> events() {
        return subscriber.getReceivedOnNext();
    }

    private <E extends BatchEvent> List<E> only(Class<E> type) {
        return events().stream().filter(type::isInstance).map(type::cast).toList();
    }

    @Test
    void followsWhatWasTriggeredToItsEnd() {
        TestPublisher<BatchItem> work = TestPublisher.create();
        runs.batch(options(), work).subscribe(subscriber);
        work.next(BatchItem.suite("a"));

        stops.next(StopSignal.TRIGGER_NO_MORE);
        work.assertCancelled();
        runs.advanceSeconds(5);
        assertThat(subscriber.isTerminated()).isFalse();
        runs.put(PASSED, "a-0");
        runs.advanceSeconds(1);

        assertThat(only(BatchEvent.Finished.class)).hasSize(1);
        assertThat(subscriber.isTerminatedComplete()).isTrue();
        stops.assertCancelled();
        assertThat(runs.time.liveTimers()).isZero();
    }

    @Test
    void followsWhatIsOnItsWay() {
        var starting = runs.onTrigger;
        runs.onTrigger = item -> Mono.delay(Duration.ofSeconds(2), runs.time).then(starting.apply(item));
        runs.batch(options(), suites("a")).subscribe(subscriber);

        stops.next(StopSignal.TRIGGER_NO_MORE);
        runs.advanceSeconds(2);
        runs.put(PASSED, "a-0");
        runs.advanceSeconds(1);

        assertThat(only(BatchEvent.Finished.class)).hasSize(1);
        assertThat(Runs.abandoned(events())).isEmpty();
        assertThat(subscriber.isTerminatedComplete()).isTrue();
    }

    @Test
    void refusesWhatWaitsForRoom() {
        runs.size("a", 2).size("b", 2);
        runs.batch(options().maxConcurrentRuns(2), suites("a", "b", "c")).subscribe(subscriber);

        stops.next(StopSignal.TRIGGER_NO_MORE);

        assertThat(runs.triggered).containsExactly("a");
        assertThat(only(BatchEvent.TriggerFailed.class)).allSatisfy(event -> {
            assertThat(event.item().name()).isEqualTo("b");
            assertThat(event.error()).isInstanceOf(ItemRefusedException.class).hasMessageContaining("stopped");
        });
    }

    @Test
    void leavesWhatIsUnderWay() {
        runs.batch(options(), suites("a")).subscribe(subscriber);

        stops.next(StopSignal.LEAVE);

        assertThat(only(BatchEvent.Triggered.class)).hasSize(1);
        assertThat(Runs.abandoned(events())).isEmpty();
        assertThat(subscriber.isTerminatedComplete()).isTrue();
        assertThat(runs.time.liveTimers()).isZero();
    }

    @Test
    void waitsForTheResponseToATriggerBeforeItLeaves() {
        var starting = runs.onTrigger;
        runs.onTrigger = item -> Mono.delay(Duration.ofSeconds(2), runs.time).then(starting.apply(item));
        runs.batch(options(), suites("a")).subscribe(subscriber);

        stops.next(StopSignal.LEAVE);
        runs.advanceSeconds(1);
        assertThat(subscriber.isTerminated()).isFalse();
        runs.advanceSeconds(1);

        assertThat(only(BatchEvent.Triggered.class)).hasSize(1);
        assertThat(subscriber.isTerminatedComplete()).isTrue();
    }

    @Test
    void leavesAtOnceWhateverIsInFlight() {
        runs.onTrigger = item -> Mono.never();
        runs.batch(options(), suites("a")).subscribe(subscriber);

        stops.next(StopSignal.LEAVE);
        assertThat(subscriber.isTerminated()).isFalse();
        stops.next(StopSignal.LEAVE_AT_ONCE);

        assertThat(events()).isEmpty();
        assertThat(subscriber.isTerminatedComplete()).isTrue();
        assertThat(runs.cancelled).isEqualTo(1);
        assertThat(runs.time.liveTimers()).isZero();
    }

    @ParameterizedTest
    @EnumSource(StopSignal.class)
    void nothingIsTriggeredIfItIsStoppedAtTheStart(StopSignal signal) {
        runs.stops = Flux.just(signal);

        runs.batch(options(), suites("a", "b")).subscribe(subscriber);

        assertThat(runs.triggered).isEmpty();
        assertThat(subscriber.isTerminatedComplete()).isTrue();
    }

    @Test
    void aLaterSignalCanOnlyStopMore() {
        runs.batch(options(), suites("a")).subscribe(subscriber);

        stops.next(StopSignal.TRIGGER_NO_MORE);
        assertThat(subscriber.isTerminated()).isFalse();
        stops.next(StopSignal.LEAVE);
        assertThat(subscriber.isTerminatedComplete()).isTrue();
    }

    @Test
    void theErrorOfTheWorkIsKept() {
        runs.batch(options(), suites("a").concatWith(Flux.error(new IllegalStateException("no more"))))
                .subscribe(subscriber);

        stops.next(StopSignal.LEAVE);

        assertThat(subscriber.expectTerminalError()).hasMessage("no more");
    }

    @Test
    void anErrorOfTheSignalsEndsTheBatch() {
        runs.batch(options(), suites("a")).subscribe(subscriber);

        stops.error(new IllegalStateException("lost"));

        assertThat(Runs.abandoned(events())).hasSize(1);
        assertThat(subscriber.expectTerminalError()).hasMessage("lost");
    }

    @Test
    void aRevokedKeyEndsABatchThatIsStoppedAlready() {
        runs.batch(options(), suites("a")).subscribe(subscriber);
        stops.next(StopSignal.TRIGGER_NO_MORE);
        UnauthorizedException revoked =
                new UnauthorizedException(FailedCall.none().withResponse(401, null, null), ApiErrors.none());
        runs.onPoll = (item, open) -> Mono.error(revoked);
        runs.advanceSeconds(1);

        assertThat(subscriber.expectTerminalError()).isSameAs(revoked);
    }

    @Test
    void everySubscriptionIsStoppedByItself() {
        Flux<BatchEvent> batch = runs.batch(options(), suites("a"));
        batch.subscribe(subscriber);
        stops.next(StopSignal.LEAVE);
        TestSubscriber<BatchEvent> second = TestSubscriber.create();

        batch.subscribe(second);

        assertThat(second.isTerminated()).isFalse();
        second.cancel();
        stops.assertCancelled(2);
    }

    @Test
    void aFatalErrorEndsTheBatch() {
        runs.onPoll = (item, open) -> {
            throw new OutOfMemoryError("none left");
        };
        runs.batch(options(), suites("a")).subscribe(subscriber);
        runs.advanceSeconds(1);

        assertThat(subscriber.expectTerminalError()).isInstanceOf(OutOfMemoryError.class);
        assertThat(runs.time.liveTimers()).isZero();
    }
}
