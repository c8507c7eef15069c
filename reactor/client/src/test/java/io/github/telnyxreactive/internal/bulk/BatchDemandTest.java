package io.github.telnyxreactive.internal.bulk;

import static io.github.telnyxreactive.internal.bulk.FakeRuns.options;
import static io.github.telnyxreactive.internal.bulk.FakeRuns.singles;
import static io.github.telnyxreactive.internal.bulk.FakeRuns.suites;
import static io.github.telnyxreactive.model.testrun.TestRunStatus.PASSED;
import static io.github.telnyxreactive.model.testrun.TestRunStatus.RUNNING;
import static io.github.telnyxreactive.model.testrun.TestRunStatus.STARTING;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.telnyxreactive.bulk.BatchEvent;
import io.github.telnyxreactive.bulk.BatchItem;
import io.github.telnyxreactive.bulk.ItemRefusedException;
import io.github.telnyxreactive.bulk.Runs;
import io.github.telnyxreactive.bulk.TotalsCollector;
import io.github.telnyxreactive.model.testrun.TestRun;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Operators;
import reactor.core.publisher.Sinks;
import reactor.test.publisher.TestPublisher;
import reactor.test.subscriber.TestSubscriber;
import reactor.util.context.Context;

/** How demand and limits control triggering, polling and the buffer. */
class BatchDemandTest {

    private static final int BUFFER = 5;

    private final FakeRuns runs = new FakeRuns();
    private final TotalsCollector totals = new TotalsCollector();
    private final TestSubscriber<BatchEvent> subscriber =
            TestSubscriber.builder().initialRequest(0).build();

    @Test
    void nothingHappensBeforeDemand() {
        TestPublisher<BatchItem> work = TestPublisher.create();
        runs.batch(options(), work).subscribe(subscriber);

        assertThat(work.wasSubscribed()).isFalse();
        assertThat(runs.time.waits()).isEmpty();
        subscriber.request(1);
        work.assertMinRequested(1).assertMaxRequested(1);
    }

    @Test
    void requestsAnItemWhenThereIsRoomForIt() {
        List<Sinks.One<List<TestRun>>> responses = holdTriggers();
        TestPublisher<BatchItem> work = TestPublisher.create();
        runs.batch(options().maxConcurrentRequests(2), work).subscribe(subscriber);
        subscriber.request(Long.MAX_VALUE);
        work.assertMaxRequested(1);
        work.next(BatchItem.test("a"));
        work.assertMaxRequested(1);
        work.next(BatchItem.test("b"));
        work.assertMaxRequested(0);
        responses.get(1).tryEmitValue(List.of(Runs.run("b-0", PASSED))).orThrow();

        work.assertMinRequested(1).assertMaxRequested(1);
        assertThat(runs.triggered).containsExactly("a", "b");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 64})
    void triggersAtMostTheAllowedNumberOfItemsAtOnce(int limit) {
        List<Sinks.One<List<TestRun>>> responses = holdTriggers();
        runs.batch(options().maxConcurrentRequests(limit), items(100)).subscribe(subscriber);
        subscriber.request(Long.MAX_VALUE);
        assertThat(runs.triggering).isEqualTo(limit);
        for (int i = 0; i < 100; i++) {
            responses.get(i).tryEmitValue(List.of(Runs.run("r" + i, PASSED))).orThrow();
        }

        assertThat(runs.maxTriggering).isEqualTo(limit);
        assertThat(subscriber.isTerminatedComplete()).isTrue();
        assertThat(subscriber.getReceivedOnNext()).hasSize(200);
    }

    @Test
    void aSuiteWaitsUntilAllOfItsRunsHaveRoom() {
        for (String suite : List.of("a", "b", "c", "d")) {
            runs.size(suite, 2);
        }
        runs.batch(options().maxConcurrentRuns(5), suites("a", "b", "c", "d")).subscribe(subscriber);
        subscriber.request(Long.MAX_VALUE);
        assertThat(runs.triggered).containsExactly("a", "b");
        runs.put(PASSED, "a-0");
        runs.advanceSeconds(1);
        assertThat(runs.triggered).containsExactly("a", "b", "c");
        runs.put(PASSED, "a-1");
        runs.advanceSeconds(1);
        assertThat(runs.triggered).hasSize(3);
        runs.put(PASSED, "b-0");
        runs.advanceSeconds(1);

        assertThat(runs.triggered).containsExactly("a", "b", "c", "d");
    }

    @Test
    void anItemThatIsBeingTriggeredCountsAsARun() {
        List<Sinks.One<List<TestRun>>> responses = holdTriggers();
        runs.batch(options().maxConcurrentRuns(2), items(5)).subscribe(subscriber);
        subscriber.request(Long.MAX_VALUE);
        assertThat(runs.triggering).isEqualTo(2);
        responses.get(0).tryEmitError(new IllegalArgumentException("broken")).orThrow();
        assertThat(runs.triggering).isEqualTo(2);
        responses.get(1).tryEmitValue(List.of(Runs.run("r", RUNNING))).orThrow();

        assertThat(runs.triggering).isEqualTo(1);
        assertThat(responses).hasSize(3);
    }

    @Test
    void aRunThatHasNotEndedByItsDeadlineMakesNoRoom() {
        runs.batch(options().maxConcurrentRuns(2), singles("a", "b", "c", "d")).subscribe(subscriber);
        subscriber.request(Long.MAX_VALUE);
        runs.put(PASSED, "a-0");
        runs.advanceSeconds(1);
        assertThat(runs.triggered).containsExactly("a", "b", "c");
        runs.put(PASSED, "c-0");
        runs.advanceSeconds(58);
        assertThat(runs.triggered).containsExactly("a", "b", "c", "d");
        runs.advanceSeconds(1);

        assertThat(Runs.texts(subscriber.getReceivedOnNext())).contains("b-0 abandoned pending");
        assertThat(subscriber.isTerminated()).isFalse();
    }

    @Test
    void whatCannotBeStartedWithoutExceedingTheLimitIsRefused() {
        runs.batch(options().maxConcurrentRuns(1), singles("a", "b")).subscribe(subscriber);
        subscriber.request(Long.MAX_VALUE);
        runs.advanceSeconds(60);

        assertThat(runs.triggered).containsExactly("a");
        assertThat(Runs.texts(subscriber.getReceivedOnNext()))
                .containsExactly("a triggered 1", "a-0 abandoned pending", "b not triggered");
        assertThat(subscriber.getReceivedOnNext().get(2))
                .isInstanceOfSatisfying(
                        BatchEvent.TriggerFailed.class,
                        failed -> assertThat(failed.error())
                                .isInstanceOf(ItemRefusedException.class)
                                .hasMessageContaining("maxConcurrentRuns"));
        assertThat(subscriber.isTerminatedComplete()).isTrue();
    }

    @Test
    void aRunThatMayExistMakesRoomAtTheDeadlineOfItsItem() {
        IllegalStateException broken = new IllegalStateException("broken");
        var starting = runs.onTrigger;
        runs.onTrigger = item -> item.name().equals("a") ? Mono.error(broken) : starting.apply(item);
        runs.batch(options().maxConcurrentRuns(2), singles("a", "b", "c")).subscribe(subscriber);
        subscriber.request(Long.MAX_VALUE);
        assertThat(runs.triggered).containsExactly("a", "b");
        runs.advanceSeconds(59);
        assertThat(runs.triggered).hasSize(2);
        runs.advanceSeconds(1);

        assertThat(runs.triggered).containsExactly("a", "b", "c");
    }

    @Test
    void withoutDemandTriggeringPauses() {
        requestOneEvent();

        assertThat(runs.triggered).hasSize(1 + BUFFER);
        runs.advanceSeconds(30);
        assertThat(runs.triggered).hasSize(1 + BUFFER);
        assertThat(totals.totals().overall().triggeredItems()).isEqualTo(1 + BUFFER);
    }

    @Test
    void itemsThatAreBeingTriggeredCountAsQueuedEvents() {
        List<Sinks.One<List<TestRun>>> responses = holdTriggers();
        requestOneEvent();
        assertThat(runs.triggering).isEqualTo(BUFFER);
        for (int i = 0; i < responses.size(); i++) {
            responses.get(i).tryEmitValue(List.of(Runs.run("r" + i, RUNNING))).orThrow();
        }

        assertThat(subscriber.getReceivedOnNext()).hasSize(1);
        assertThat(runs.triggering).isZero();
        assertThat(totals.totals().overall().triggeredItems()).isEqualTo(1 + BUFFER);
    }

    @Test
    void withoutDemandPollingPauses() {
        requestOneEvent();
        runs.putAll(RUNNING);
        runs.advanceSeconds(30);

        assertThat(runs.polls).isEmpty();
        assertThat(totals.totals().overall().in(RUNNING)).isZero();
    }

    @Test
    void keepsAtMostTheBufferAndResponsesInFlight() {
        List<Object> kept = new ArrayList<>();
        TestSubscriber<BatchEvent> slow = TestSubscriber.builder()
                .initialRequest(1)
                .contextPutAll(Operators.enableOnDiscard(Context.empty(), kept::add))
                .build();
        runs.batch(options().eventBuffer(BUFFER), items(100)).subscribe(slow);
        for (int taken = 0; taken < 30; taken++) {
            runs.putAll(taken % 2 == 0 ? RUNNING : STARTING);
            runs.advanceSeconds(1);
            slow.request(1);
        }
        int followed = runs.triggered.size();
        slow.cancel();

        // One poll of each item may have been in flight when the buffer became full.
        assertThat(followed).isLessThan(50);
        assertThat(kept).hasSizeBetween(BUFFER, BUFFER + followed).allMatch(BatchEvent.class::isInstance);
    }

    @Test
    void resumesWithNewDemand() {
        requestOneEvent();
        runs.advanceSeconds(30);
        subscriber.request(Long.MAX_VALUE);
        assertThat(runs.triggered).hasSize(100);
        runs.putAll(RUNNING);
        runs.advanceSeconds(1);
        runs.putAll(PASSED);
        runs.advanceSeconds(1);

        assertThat(subscriber.getReceivedOnNext()).hasSize(300);
        assertThat(Runs.abandoned(subscriber.getReceivedOnNext())).isEmpty();
        assertThat(subscriber.isTerminatedComplete()).isTrue();
        assertThat(runs.time.liveTimers()).isZero();
    }

    @Test
    void emitsAsManyEventsAsRequested() {
        runs.size("a", 3);
        runs.put(PASSED, "a-0", "a-1", "a-2");
        runs.batch(options(), suites("a")).subscribe(subscriber);
        subscriber.request(1);
        runs.advanceSeconds(1);
        for (int i = 2; i <= 4; i++) {
            subscriber.request(1);
            assertThat(subscriber.getReceivedOnNext()).hasSize(i);
        }

        assertThat(subscriber.isTerminatedComplete()).isTrue();
        assertThat(subscriber.getProtocolErrors()).isEmpty();
    }

    private void requestOneEvent() {
        runs.batch(options().eventBuffer(BUFFER), items(100), totals).subscribe(subscriber);
        subscriber.request(1);
    }

    private List<Sinks.One<List<TestRun>>> holdTriggers() {
        List<Sinks.One<List<TestRun>>> responses = new ArrayList<>();
        runs.onTrigger = item -> {
            Sinks.One<List<TestRun>> response = Sinks.one();
            responses.add(response);
            return response.asMono();
        };
        return responses;
    }

    private static Flux<BatchItem> items(int count) {
        return Flux.range(0, count).map(n -> BatchItem.test("s" + n));
    }
}
