package io.github.telnyxreactive.internal.bulk;

import static io.github.telnyxreactive.internal.bulk.FakeJournal.suite;
import static io.github.telnyxreactive.internal.bulk.FakeRuns.options;
import static io.github.telnyxreactive.internal.bulk.FakeRuns.suites;
import static io.github.telnyxreactive.model.testrun.TestRunStatus.PASSED;
import static io.github.telnyxreactive.model.testrun.TestRunStatus.RUNNING;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.telnyxreactive.bulk.BatchEvent;
import io.github.telnyxreactive.bulk.BatchItem;
import io.github.telnyxreactive.bulk.BatchOptionsBuilder;
import io.github.telnyxreactive.bulk.ItemRefusedException;
import io.github.telnyxreactive.bulk.JournalEntry;
import io.github.telnyxreactive.bulk.Runs;
import io.github.telnyxreactive.bulk.StopSignal;
import io.github.telnyxreactive.error.DecodingException;
import io.github.telnyxreactive.error.FailedCall;
import io.github.telnyxreactive.model.testrun.TestRun;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.test.publisher.TestPublisher;
import reactor.test.subscriber.TestSubscriber;

/** A suite with the tests a, b and c, of which two may be under way at the same time. */
class SplitSuiteTest {

    private static final Throwable REFUSED = new ItemRefusedException("no");
    private static final Throwable LOST = new IllegalStateException("lost");

    private final FakeRuns runs = new FakeRuns();
    private final FakeJournal journal = new FakeJournal();
    private final TestPublisher<StopSignal> stops = TestPublisher.create();
    private final TestSubscriber<BatchEvent> subscriber = TestSubscriber.create();
    private final Map<String, Throwable> failures = new LinkedHashMap<>();

    @BeforeEach
    void failWhatIsToFail() {
        var starting = runs.onTrigger;
        runs.onTrigger = item ->
                failures.containsKey(item.name()) ? Mono.error(failures.get(item.name())) : starting.apply(item);
        runs.onTests = suite -> Mono.just(FakeRuns.listed("a", "b", "c"));
        runs.recording = journal.recording();
        runs.stops = stops;
    }

    private void run() {
        run(options(), suites("suite"));
    }

    private void run(BatchOptionsBuilder options, Publisher<BatchItem> work) {
        runs.batch(options.maxConcurrentRuns(2), work).subscribe(subscriber);
    }

    private List<String> events() {
        return Runs.texts(subscriber.getReceivedOnNext());
    }

    private <E extends BatchEvent> List<E> only(Class<E> type) {
        return subscriber.getReceivedOnNext().stream()
                .filter(type::isInstance)
                .map(type::cast)
                .toList();
    }

    private boolean isRecordedAsCompleted() {
        return journal.recorded(JournalEntry.Completed.class).stream()
                .anyMatch(entry -> entry.item().equals(suite("suite")));
    }

    private void endAll() {
        runs.putAll(PASSED);
        runs.advanceSeconds(1);
        runs.putAll(PASSED);
        runs.advanceSeconds(1);
    }

    @Test
    void isOneItemWithSeveralTriggers() {
        run();
        assertThat(runs.triggered).containsExactly("a", "b");
        runs.put(RUNNING, "a-0");
        runs.advanceSeconds(1);
        endAll();

        assertThat(events())
                .containsExactly(
                        "suite triggered 1",
                        "suite triggered 1",
                        "a-0 running",
                        "a-0 finished passed",
                        "suite triggered 1",
                        "b-0 finished passed",
                        "c-0 finished passed");
        assertThat(only(BatchEvent.Triggered.class))
                .extracting(BatchEvent.Triggered::isMore)
                .containsExactly(false, true, true);
        assertThat(isRecordedAsCompleted()).isTrue();
        assertThat(subscriber.isTerminatedComplete()).isTrue();
        assertThat(runs.time.liveTimers()).isZero();
    }

    @Test
    void isCompletedByItsLastRun() {
        run();
        runs.put(PASSED, "a-0");
        runs.advanceSeconds(1);
        assertThat(runs.triggered).containsExactly("a", "b", "c");
        runs.put(PASSED, "c-0");
        runs.advanceSeconds(1);
        assertThat(isRecordedAsCompleted()).isFalse();
        runs.put(PASSED, "b-0");
        runs.advanceSeconds(1);

        assertThat(journal.recorded).last().isEqualTo(new JournalEntry.Completed(suite("suite")));
        assertThat(subscriber.isTerminatedComplete()).isTrue();
    }

    @Test
    void isNotTriggeredIfNoTestIs() {
        failures.put("a", REFUSED);
        failures.put("b", new ItemRefusedException("neither"));
        failures.put("c", new ItemRefusedException("nor this"));
        run();

        assertThat(only(BatchEvent.TriggerFailed.class))
                .singleElement()
                .satisfies(event -> assertThat(event.error()).isSameAs(REFUSED));
        assertThat(subscriber.getReceivedOnNext()).hasSize(1);
        assertThat(isRecordedAsCompleted()).isFalse();
        assertThat(subscriber.isTerminatedComplete()).isTrue();
    }

    @Test
    void isUnknownIfNoTestIsTriggeredAndOneIsUnknown() {
        failures.put("a", REFUSED);
        failures.put("b", LOST);
        failures.put("c", REFUSED);
        run();

        assertThat(only(BatchEvent.OutcomeUnknown.class)).singleElement().satisfies(event -> {
            assertThat(event.error()).isSameAs(LOST);
            assertThat(event.isPartial()).isFalse();
            assertThat(event.item().name()).isEqualTo("suite");
        });
        assertThat(subscriber.getReceivedOnNext()).hasSize(1);
    }

    @Test
    void testsWithoutARunAreReportedAfterTheFirstRun() {
        failures.put("a", REFUSED);
        failures.put("c", REFUSED);
        run();
        assertThat(events()).containsExactly("suite triggered 1", "suite without a", "suite without c");
        endAll();

        assertThat(only(BatchEvent.NotStarted.class))
                .allSatisfy(event -> assertThat(event.error()).isSameAs(REFUSED));
        assertThat(subscriber.getReceivedOnNext()).hasSize(4);
        assertThat(isRecordedAsCompleted()).isFalse();
        assertThat(subscriber.isTerminatedComplete()).isTrue();
    }

    @Test
    void aTestThatMayRunIsAPartThatIsUnknown() {
        failures.put("b", LOST);
        run();
        endAll();

        assertThat(events())
                .containsExactly(
                        "suite triggered 1",
                        "suite partly unknown",
                        "a-0 finished passed",
                        "suite triggered 1",
                        "c-0 finished passed");
        assertThat(isRecordedAsCompleted()).isFalse();
    }

    @Test
    void aResponseThatCannotBeReadIsAPartThatIsUnknown() {
        failures.put("b", DecodingException.unexpected(FailedCall.none().withResponse(201, null, null), "no run"));
        run();
        runs.advanceSeconds(3);

        assertThat(events()).containsExactly("suite triggered 1", "suite partly unknown");
        // Its run may be under way until the deadline of its item.
        endAll();
        assertThat(runs.triggered).containsExactly("a", "b", "c");
        assertThat(isRecordedAsCompleted()).isFalse();
        assertThat(subscriber.isTerminatedComplete()).isTrue();
    }

    @Test
    void testsThatWaitAreReportedIfTheBatchIsStopped() {
        run();
        stops.next(StopSignal.TRIGGER_NO_MORE);
        assertThat(events()).containsExactly("suite triggered 1", "suite triggered 1", "suite without c");
        endAll();

        assertThat(only(BatchEvent.NotStarted.class))
                .singleElement()
                .satisfies(event -> assertThat(event.error()).hasMessageContaining("stopped"));
        assertThat(journal.recorded(JournalEntry.Refused.class))
                .singleElement()
                .satisfies(entry ->
                        assertThat(entry.item()).isEqualTo(suite("suite").ofTest("c")));
        assertThat(isRecordedAsCompleted()).isFalse();
        assertThat(subscriber.isTerminatedComplete()).isTrue();
    }

    @Test
    void nothingIsSaidWhileTheFirstResponsesAreOutstanding() {
        Sinks.One<List<TestRun>> response = Sinks.one();
        runs.onTrigger = item -> item.name().equals("a") ? response.asMono() : Mono.never();
        run();
        stops.next(StopSignal.TRIGGER_NO_MORE);
        assertThat(events()).isEmpty();
        response.tryEmitValue(List.of(Runs.run("a-0", RUNNING))).orThrow();

        assertThat(events()).containsExactly("suite triggered 1", "suite without c");
    }

    @Test
    void whatMayRunAlreadyTakesRoomUntilTheDeadlineAfterItWasRefused() {
        journal.begun(suite("suite").ofTest("a"), 1).begun(suite("suite").ofTest("b"), 1);
        run(options().maxRuns(1), Flux.just(BatchItem.suite("suite"), BatchItem.test("x")));
        assertThat(events()).containsExactly("suite unknown");
        runs.advanceSeconds(59);
        assertThat(runs.triggered).isEmpty();
        runs.advanceSeconds(1);

        assertThat(runs.triggered).containsExactly("x");
    }

    @Test
    void isRefusedAsAWholeIfItHasMoreTestsThanMayBeStarted() {
        runs.onTests =
                suite -> Mono.just(suite.equals("suite") ? FakeRuns.listed("a", "b", "c") : FakeRuns.listed("x"));
        run(options().maxRuns(1), suites("suite", "other"));

        assertThat(events()).containsExactly("suite not triggered", "other triggered 1");
        assertThat(only(BatchEvent.TriggerFailed.class).get(0).error())
                .hasMessage(
                        "it was not triggered: its 3 runs would be more than the 1 that the batch may start in total"
                                + " (maxRuns)");
        assertThat(runs.triggered).containsExactly("other");
    }

    @Test
    void whatAnEarlierProcessHasTriggeredIsFollowedFirst() {
        journal.started(suite("suite").ofTest("c"), RUNNING, "c-0")
                .begun(suite("suite").ofTest("b"), 1);
        run();

        assertThat(runs.triggered).containsExactly("b");
        assertThat(only(BatchEvent.Triggered.class))
                .singleElement()
                .satisfies(event -> assertThat(event.isMore()).isTrue());
        runs.put(PASSED, "c-0");
        runs.advanceSeconds(1);
        assertThat(runs.triggered).containsExactly("b", "a");
        endAll();

        assertThat(events())
                .containsExactly(
                        "suite triggered 1",
                        "c-0 finished passed",
                        "suite triggered 1",
                        "a-0 finished passed",
                        "b-0 finished passed");
        assertThat(isRecordedAsCompleted()).isTrue();
        assertThat(subscriber.isTerminatedComplete()).isTrue();
    }

    @Test
    void aTestThatAnEarlierProcessHasCompletedIsNotRunAgain() {
        journal.begun(suite("suite").ofTest("a"), 1)
                .said(new JournalEntry.Completed(suite("suite").ofTest("a")));
        run();
        assertThat(runs.triggered).containsExactly("b", "c");
        endAll();

        assertThat(only(BatchEvent.Triggered.class))
                .extracting(BatchEvent.Triggered::isMore)
                .containsExactly(true, true);
        assertThat(isRecordedAsCompleted()).isTrue();
    }

    @Test
    void aTestThatWasRefusedIsTriggered() {
        journal.begun(suite("suite").ofTest("a"), 1)
                .said(new JournalEntry.Refused(suite("suite").ofTest("a"), "no"));
        run();
        assertThat(runs.triggered).containsExactly("a", "b");
        endAll();

        assertThat(only(BatchEvent.Finished.class)).hasSize(3);
    }

    @Test
    void isCompletedIfAllTestsWereCompletedBefore() {
        for (String test : List.of("a", "b", "c")) {
            journal.begun(suite("suite").ofTest(test), 1)
                    .said(new JournalEntry.Completed(suite("suite").ofTest(test)));
        }
        run();

        assertThat(isRecordedAsCompleted()).isTrue();
        assertThat(runs.triggered).isEmpty();
        assertThat(subscriber.isTerminatedComplete()).isTrue();
    }

    @Test
    void whatMayRunAlreadyIsUnknownIfTheBatchIsStopped() {
        journal.started(suite("suite").ofTest("a"), RUNNING, "a-0")
                .begun(suite("suite").ofTest("b"), 1)
                .begun(suite("suite").ofTest("c"), 1);
        runs.onTests = suite -> Mono.fromSupplier(() -> {
            runs.isReady = false;
            return FakeRuns.listed("a", "b", "c");
        });
        run();
        assertThat(runs.triggered).isEmpty();
        stops.next(StopSignal.TRIGGER_NO_MORE);

        assertThat(only(BatchEvent.OutcomeUnknown.class)).hasSize(2).allSatisfy(event -> {
            assertThat(event.idempotencyKey()).isEqualTo("earlier key");
            assertThat(event.since()).isEqualTo(journal.begunAt.toInstant());
            assertThat(event.isPartial()).isTrue();
        });
        assertThat(journal.recorded(JournalEntry.Unknown.class)).hasSize(2);
        assertThat(journal.recorded(JournalEntry.Refused.class)).isEmpty();
        runs.put(PASSED, "a-0");
        runs.advanceSeconds(1);
        runs.becomeReady();
        assertThat(isRecordedAsCompleted()).isFalse();
        assertThat(subscriber.isTerminatedComplete()).isTrue();
    }

    @Test
    void runsOfEarlierProcessesAreFollowedAlthoughTheTestsCannotBeRead() {
        journal.started(suite("suite").ofTest("a"), RUNNING, "a-0");
        runs.onTests = suite -> Mono.error(LOST);
        run();
        assertThat(events()).isEmpty();
        runs.put(PASSED, "a-0");
        runs.advanceSeconds(1);

        assertThat(events()).containsExactly("a-0 finished passed", "suite partly unknown");
        assertThat(only(BatchEvent.OutcomeUnknown.class).get(0).error()).isSameAs(LOST);
        assertThat(isRecordedAsCompleted()).isFalse();
        assertThat(subscriber.isTerminatedComplete()).isTrue();
    }

    @Test
    void abandonedRunsLeaveItOpen() {
        run();
        runs.put(PASSED, "a-0", "c-0");
        runs.advanceSeconds(60);

        assertThat(events()).contains("b-0 abandoned pending");
        assertThat(isRecordedAsCompleted()).isFalse();
        assertThat(subscriber.isTerminatedComplete()).isTrue();
    }

    @Test
    void eventsAreThoseOfTheSuite() {
        BatchItem item = BatchItem.suite("suite").againstVersion("v2");
        run(options(), Flux.just(item));
        endAll();

        assertThat(subscriber.getReceivedOnNext()).hasSize(6).allMatch(event -> event.item() == item);
    }
}
