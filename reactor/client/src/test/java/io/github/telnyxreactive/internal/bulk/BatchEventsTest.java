package io.github.telnyxreactive.internal.bulk;

import static io.github.telnyxreactive.internal.bulk.FakeRuns.options;
import static io.github.telnyxreactive.internal.bulk.FakeRuns.singles;
import static io.github.telnyxreactive.internal.bulk.FakeRuns.suites;
import static io.github.telnyxreactive.model.testrun.TestRunStatus.ERROR;
import static io.github.telnyxreactive.model.testrun.TestRunStatus.FAILED;
import static io.github.telnyxreactive.model.testrun.TestRunStatus.PASSED;
import static io.github.telnyxreactive.model.testrun.TestRunStatus.PENDING;
import static io.github.telnyxreactive.model.testrun.TestRunStatus.RUNNING;
import static io.github.telnyxreactive.model.testrun.TestRunStatus.STARTING;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.telnyxreactive.bulk.BatchEvent;
import io.github.telnyxreactive.bulk.BatchEvent.OutcomeUnknown;
import io.github.telnyxreactive.bulk.BatchEvent.TriggerFailed;
import io.github.telnyxreactive.bulk.BatchItem;
import io.github.telnyxreactive.bulk.ItemRefusedException;
import io.github.telnyxreactive.bulk.Runs;
import io.github.telnyxreactive.bulk.TotalsCollector;
import io.github.telnyxreactive.model.testrun.TestRunStatus;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.test.subscriber.TestSubscriber;

class BatchEventsTest {

    private final FakeRuns runs = new FakeRuns();
    private final TotalsCollector totals = new TotalsCollector();
    private final TestSubscriber<BatchEvent> subscriber = TestSubscriber.create();

    @Test
    void triggersAnItemAndFollowsItsRunToTheEnd() {
        run(Mono.just(BatchItem.test("a")));
        assertEvents("a triggered 1");
        runs.put(STARTING, "a-0");
        runs.advanceSeconds(1);
        runs.put(RUNNING, "a-0");
        runs.advanceSeconds(1);
        runs.put(PASSED, "a-0");
        runs.advanceSeconds(1);

        assertEvents("a triggered 1", "a-0 starting", "a-0 running", "a-0 finished passed");
        assertComplete();
    }

    @Test
    void theRunsOfASuiteEndOneByOne() {
        run(suites("a"), runs.size("a", 3));
        runs.put(RUNNING, "a-0", "a-2");
        runs.advanceSeconds(1);
        runs.put(FAILED, "a-2");
        runs.put(ERROR, "a-1");
        runs.advanceSeconds(1);
        runs.put(PASSED, "a-0");
        runs.advanceSeconds(1);

        assertEvents(
                "a triggered 3",
                "a-0 running",
                "a-2 running",
                "a-1 finished error",
                "a-2 finished failed",
                "a-0 finished passed");
        assertComplete();
    }

    @Test
    void emitsNothingWithoutAChange() {
        run(suites("a"));
        runs.put(RUNNING, "a-0");
        runs.advanceSeconds(20);

        assertEvents("a triggered 1", "a-0 running");
        assertThat(runs.polls).hasSize(20);
    }

    @Test
    void followsSeveralItemsConcurrently() {
        run(suites("a", "b"), runs.size("b", 2));
        runs.put(PASSED, "b-0", "b-1");
        runs.advanceSeconds(1);
        runs.put(PASSED, "a-0");
        runs.advanceSeconds(1);

        assertEvents(
                "a triggered 1", "b triggered 2", "b-0 finished passed", "b-1 finished passed", "a-0 finished passed");
        assertComplete();
    }

    @Test
    void aRunMayEndWhenItIsTriggered() {
        runs.put(PASSED, "a-0");
        runs.put(RUNNING, "a-1");
        run(suites("a"), runs.size("a", 2));
        assertEvents("a triggered 2", "a-0 finished passed");
        runs.put(FAILED, "a-1");
        runs.advanceSeconds(1);

        assertEvents("a triggered 2", "a-0 finished passed", "a-1 finished failed");
        assertComplete();
    }

    @Test
    void doesNotPollATestWhoseRunHasEnded() {
        runs.put(PASSED, "a-0");
        run(singles("a"));

        assertEvents("a triggered 1", "a-0 finished passed");
        assertComplete();
        assertThat(runs.polls).isEmpty();
        assertThat(runs.time.waits()).isEmpty();
    }

    @Test
    void aSuiteWithoutTestsIsNotTriggered() {
        run(suites("a", "b"), runs.size("a", 0).size("b", 0));

        assertEvents("a not triggered", "b not triggered");
        assertComplete();
        assertThat(runs.triggered).isEmpty();
        assertThat(subscriber.getReceivedOnNext().get(0))
                .isInstanceOfSatisfying(
                        TriggerFailed.class,
                        failed -> assertThat(failed.error())
                                .isInstanceOf(ItemRefusedException.class)
                                .hasMessageContaining("it has no tests"));
    }

    @Test
    void onlyFollowsRunsThatWereTriggeredBefore() {
        run(Mono.just(
                BatchItem.suite("a").alreadyTriggered(List.of(Runs.run("a-0", RUNNING), Runs.run("a-1", PASSED)))));
        assertEvents("a triggered 2", "a-1 finished passed");
        runs.put(PASSED, "a-0");
        runs.advanceSeconds(1);

        assertEvents("a triggered 2", "a-1 finished passed", "a-0 finished passed");
        assertComplete();
        assertThat(runs.triggered).isEmpty();
    }

    @Test
    void anUnknownStatusIsNotFinal() {
        TestRunStatus strange = new TestRunStatus("judging");
        runs.put(strange, "a-0");
        run(suites("a"));
        runs.advanceSeconds(3);
        runs.put(new TestRunStatus("appealing"), "a-0");
        runs.advanceSeconds(1);
        runs.put(PASSED, "a-0");
        runs.advanceSeconds(1);

        assertEvents("a triggered 1", "a-0 appealing", "a-0 finished passed");
        assertComplete();
    }

    @Test
    void ignoresChangesAfterAFinalStatus() {
        runs.onPoll = (item, open) -> Mono.just(
                runs.result(List.of(Runs.run("a-0", PASSED), Runs.run("a-0", FAILED), Runs.run("a-0", RUNNING))));
        run(suites("a"), runs.size("a", 2));
        runs.advanceSeconds(3);

        assertEvents("a triggered 2", "a-0 finished passed");
        assertThat(totals.totals().overall().in(PASSED)).isEqualTo(1);
        assertThat(totals.totals().overall().in(PENDING)).isEqualTo(1);
    }

    @Test
    void ignoresForeignRuns() {
        runs.onPoll = (item, open) -> Mono.just(runs.result(List.of(Runs.run("b-0", PASSED))));
        run(suites("a"));
        runs.advanceSeconds(3);

        assertEvents("a triggered 1");
    }

    @Test
    void anItemThatCannotBeTriggeredDoesNotAffectOthers() {
        IllegalArgumentException broken = new IllegalArgumentException("broken");
        var starting = runs.onTrigger;
        runs.onTrigger = item -> item.name().equals("a") ? Mono.error(broken) : starting.apply(item);
        run(suites("a", "b"));
        runs.putAll(PASSED);
        runs.advanceSeconds(1);

        assertEvents("a not triggered", "b triggered 1", "b-0 finished passed");
        assertThat(subscriber.getReceivedOnNext().get(0))
                .isInstanceOfSatisfying(
                        TriggerFailed.class, event -> assertThat(event.error()).isSameAs(broken));
        assertComplete();
    }

    @Test
    void anErrorThatDoesNotSayWhatWasSentLeavesTheOutcomeUnknown() {
        IllegalStateException broken = new IllegalStateException("broken");
        runs.onTrigger = item -> Mono.error(broken);
        run(suites("a"));

        assertThat(subscriber.getReceivedOnNext())
                .singleElement()
                .isInstanceOfSatisfying(OutcomeUnknown.class, event -> {
                    assertThat(event.error()).isSameAs(broken);
                    assertThat(event.idempotencyKey()).isEqualTo("key-1");
                    assertThat(event.isPartial()).isFalse();
                });
        assertComplete();
    }

    @Test
    void eventsContainTheOriginalItem() {
        BatchItem item = BatchItem.suite("a").againstVersion("v2").withIdempotencyKey("key");
        run(Mono.just(item));
        runs.putAll(RUNNING);
        runs.advanceSeconds(1);
        runs.putAll(PASSED);
        runs.advanceSeconds(1);

        assertThat(subscriber.getReceivedOnNext()).hasSize(3).allMatch(event -> event.item() == item);
    }

    @Test
    void emitsOneTriggeringForEachItemAndOneEndForEachRun() {
        int items = 500;
        Flux<BatchItem> work = Flux.range(0, items).map(n -> BatchItem.suite("s" + n));
        run(work, sizes(items));
        runs.putAll(RUNNING);
        runs.advanceSeconds(1);
        runs.putAll(PASSED);
        runs.advanceSeconds(1);

        assertComplete();
        List<String> events = Runs.texts(subscriber.getReceivedOnNext());
        assertThat(events).doesNotHaveDuplicates().hasSize(items + 2 * (items * 3 / 2));
        assertThat(events.stream().filter(event -> event.endsWith("finished passed")))
                .hasSize(items * 3 / 2);
        assertThat(totals.totals().overall().finished()).isEqualTo(items * 3 / 2);
        assertThat(totals.totals().overall().open()).isZero();
    }

    /** Alternates suites of one and of two runs. */
    private FakeRuns sizes(int items) {
        for (int n = 1; n < items; n += 2) {
            runs.size("s" + n, 2);
        }
        return runs;
    }

    private void run(Publisher<BatchItem> work) {
        run(work, runs);
    }

    private void run(Publisher<BatchItem> work, FakeRuns source) {
        source.batch(options(), work, totals).subscribe(subscriber);
    }

    private void assertEvents(String... events) {
        assertThat(Runs.texts(subscriber.getReceivedOnNext())).containsExactly(events);
        assertThat(subscriber.getProtocolErrors()).isEmpty();
    }

    private void assertComplete() {
        assertThat(subscriber.isTerminatedComplete()).isTrue();
        assertThat(runs.time.liveTimers()).isZero();
        int polls = runs.polls.size();
        runs.advanceSeconds(3600);
        assertThat(runs.polls).hasSize(polls);
    }
}
