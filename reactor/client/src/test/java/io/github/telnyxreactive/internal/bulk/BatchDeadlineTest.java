package io.github.telnyxreactive.internal.bulk;

import static io.github.telnyxreactive.internal.bulk.FakeRuns.options;
import static io.github.telnyxreactive.internal.bulk.FakeRuns.suites;
import static io.github.telnyxreactive.model.testrun.TestRunStatus.PASSED;
import static io.github.telnyxreactive.model.testrun.TestRunStatus.RUNNING;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.telnyxreactive.bulk.BatchEvent;
import io.github.telnyxreactive.bulk.BatchEvent.Abandoned;
import io.github.telnyxreactive.bulk.BatchItem;
import io.github.telnyxreactive.bulk.BatchOptions;
import io.github.telnyxreactive.bulk.BatchOptionsBuilder;
import io.github.telnyxreactive.bulk.Runs;
import io.github.telnyxreactive.error.PollingDeadlineException;
import io.github.telnyxreactive.internal.time.DurationText;
import io.github.telnyxreactive.model.testrun.TestRun;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.test.publisher.TestPublisher;
import reactor.test.subscriber.TestSubscriber;

/** Deadlines of items and of batches. */
class BatchDeadlineTest {

    private static final Duration OF_ITEM = Duration.ofMinutes(1);
    private static final Duration OF_BATCH = Duration.ofSeconds(30);

    private final FakeRuns runs = new FakeRuns();
    private final TestSubscriber<BatchEvent> subscriber = TestSubscriber.create();

    @Test
    void abandonsRunsAtTheDeadlineOfTheItem() {
        runs.size("a", 3).batch(options(), suites("a")).subscribe(subscriber);
        runs.put(RUNNING, "a-1");
        runs.put(PASSED, "a-2");
        runs.time.advance(OF_ITEM.minusNanos(1));
        assertThat(Runs.abandoned(subscriber.getReceivedOnNext())).isEmpty();
        runs.time.advance(Duration.ofNanos(1));

        List<Abandoned> abandoned = Runs.abandoned(subscriber.getReceivedOnNext());
        assertThat(Runs.texts(List.copyOf(abandoned)))
                .containsExactly("a-0 abandoned pending", "a-1 abandoned running");
        assertThat(abandoned).allSatisfy(event -> assertDeadline(event, OF_ITEM, "a-0", "a-1"));
        assertThat(subscriber.isTerminatedComplete()).isTrue();
        assertThat(runs.time.liveTimers()).isZero();
    }

    @Test
    void theDeadlineOfAnItemStartsWithItsTriggering() {
        var starting = runs.onTrigger;
        runs.onTrigger = item -> Mono.delay(Duration.ofSeconds(40), runs.time).then(starting.apply(item));
        runs.batch(options(), suites("a")).subscribe(subscriber);
        runs.advanceSeconds(59);
        assertThat(runs.polls).hasSize(19);
        runs.advanceSeconds(1);

        assertThat(Runs.abandoned(subscriber.getReceivedOnNext())).hasSize(1);
    }

    @Test
    void triggeringEndsBeforeTheKeyExpires() {
        BatchOptionsBuilder patient =
                BatchOptions.builder().itemDeadline(Duration.ofDays(3)).deadline(Duration.ofDays(2));
        runs.batch(patient, suites("a")).subscribe(subscriber);

        assertThat(runs.limits).containsExactly(Duration.ofHours(23));
        subscriber.cancel();
    }

    @Test
    void abandonsRunsAtOnceIfTriggeringTookAllTheTime() {
        var starting = runs.onTrigger;
        runs.onTrigger = item -> Mono.delay(OF_ITEM.plusSeconds(1), runs.time).then(starting.apply(item));
        runs.batch(options(), suites("a")).subscribe(subscriber);
        runs.advanceSeconds(62);

        assertThat(Runs.texts(subscriber.getReceivedOnNext()))
                .containsExactly("a triggered 1", "a-0 abandoned pending");
        assertThat(runs.polls).isEmpty();
        assertThat(runs.time.liveTimers()).isZero();
    }

    @Test
    void eachItemHasItsOwnDeadline() {
        TestPublisher<BatchItem> work = TestPublisher.create();
        runs.batch(options(), work).subscribe(subscriber);
        work.next(BatchItem.suite("a"));
        runs.advanceSeconds(30);
        work.next(BatchItem.suite("b")).complete();
        runs.advanceSeconds(30);
        assertThat(Runs.texts(subscriber.getReceivedOnNext()))
                .containsExactly("a triggered 1", "b triggered 1", "a-0 abandoned pending");
        runs.advanceSeconds(30);

        assertThat(Runs.abandoned(subscriber.getReceivedOnNext())).hasSize(2);
        assertThat(subscriber.isTerminatedComplete()).isTrue();
    }

    @Test
    void theDeadlineCancelsAPollInFlight() {
        runs.onPoll = (item, open) -> Mono.never();
        runs.batch(options(), suites("a")).subscribe(subscriber);
        runs.time.advance(OF_ITEM);

        assertThat(Runs.abandoned(subscriber.getReceivedOnNext())).hasSize(1);
        assertThat(runs.cancelled).isEqualTo(1);
        assertThat(runs.polling).isZero();
        assertThat(subscriber.isTerminatedComplete()).isTrue();
    }

    @Test
    void triggeringMayTakeAsLongAsTheItem() {
        runs.batch(options(), suites("a")).subscribe(subscriber);

        assertThat(runs.limits).containsExactly(OF_ITEM);
    }

    @Test
    void triggeringMayNotTakeLongerThanTheRestOfTheBatch() {
        TestPublisher<BatchItem> work = TestPublisher.create();
        runs.batch(options().deadline(OF_BATCH), work).subscribe(subscriber);
        runs.advanceSeconds(10);
        work.next(BatchItem.suite("a"));

        assertThat(runs.limits).containsExactly(Duration.ofSeconds(20));
    }

    @Test
    void atTheDeadlineOfTheBatchRequestsNoMoreItemsAndAbandonsRuns() {
        TestPublisher<BatchItem> work = TestPublisher.create();
        runs.size("a", 2).batch(options().deadline(OF_BATCH), work).subscribe(subscriber);
        work.next(BatchItem.suite("a"));
        work.next(BatchItem.suite("b"));
        runs.put(PASSED, "a-0");
        runs.time.advance(OF_BATCH.minusNanos(1));
        work.assertNotCancelled();
        runs.time.advance(Duration.ofNanos(1));

        work.assertCancelled(1);
        List<Abandoned> abandoned = Runs.abandoned(subscriber.getReceivedOnNext());
        assertThat(Runs.texts(List.copyOf(abandoned)))
                .containsExactly("a-1 abandoned pending", "b-0 abandoned pending");
        assertDeadline(abandoned.get(0), OF_BATCH, "a-1");
        assertDeadline(abandoned.get(1), OF_BATCH, "b-0");
        assertThat(subscriber.isTerminatedComplete()).isTrue();
        assertThat(runs.time.liveTimers()).isZero();
    }

    @Test
    void theDeadlineOfABatchStartsWithTheFirstDemand() {
        TestSubscriber<BatchEvent> late =
                TestSubscriber.builder().initialRequest(0).build();
        runs.batch(options().deadline(OF_BATCH), Flux.never()).subscribe(late);
        runs.advanceSeconds(100);
        late.request(1);
        runs.advanceSeconds(29);
        assertThat(late.isTerminated()).isFalse();
        runs.advanceSeconds(1);

        assertThat(late.isTerminatedComplete()).isTrue();
    }

    @Test
    void abandonsRunsAtOnceAfterTheDeadlineOfTheBatch() {
        Sinks.One<List<TestRun>> response = Sinks.one();
        runs.onTrigger = item -> response.asMono();
        runs.batch(options().deadline(OF_BATCH), suites("a")).subscribe(subscriber);
        runs.time.advance(OF_BATCH);
        assertThat(subscriber.isTerminated()).isFalse();
        response.tryEmitValue(List.of(Runs.run("a-0", RUNNING), Runs.run("a-1", PASSED)))
                .orThrow();

        assertThat(Runs.texts(subscriber.getReceivedOnNext()))
                .containsExactly("a triggered 2", "a-1 finished passed", "a-0 abandoned running");
        assertDeadline(Runs.abandoned(subscriber.getReceivedOnNext()).get(0), OF_BATCH, "a-0");
        assertThat(subscriber.isTerminatedComplete()).isTrue();
        assertThat(runs.time.liveTimers()).isZero();
    }

    @Test
    void aBatchThatEndsInTimeLeavesNoTimer() {
        runs.put(PASSED, "a-0");
        runs.batch(options().deadline(OF_BATCH), FakeRuns.singles("a")).subscribe(subscriber);

        assertThat(subscriber.isTerminatedComplete()).isTrue();
        assertThat(runs.time.waits()).containsExactly(OF_BATCH);
        assertThat(runs.time.liveTimers()).isZero();
    }

    @Test
    void keepsQueuedEventsAfterTheDeadline() {
        TestSubscriber<BatchEvent> slow =
                TestSubscriber.builder().initialRequest(1).build();
        runs.batch(options().deadline(OF_BATCH), suites("a", "b")).subscribe(slow);
        runs.time.advance(OF_BATCH.multipliedBy(10));
        assertThat(slow.isTerminated()).isFalse();
        slow.request(10);

        assertThat(Runs.texts(slow.getReceivedOnNext()))
                .containsExactly("a triggered 1", "b triggered 1", "a-0 abandoned pending", "b-0 abandoned pending");
        assertThat(slow.isTerminatedComplete()).isTrue();
    }

    private static void assertDeadline(Abandoned event, Duration deadline, String... open) {
        assertThat(event.reason()).isInstanceOfSatisfying(PollingDeadlineException.class, reason -> {
            assertThat(reason.lastSeen(TestRun.class))
                    .extracting(TestRun::runId)
                    .containsExactly(open);
            assertThat(reason).hasMessageContaining("within " + DurationText.of(deadline));
        });
    }
}
