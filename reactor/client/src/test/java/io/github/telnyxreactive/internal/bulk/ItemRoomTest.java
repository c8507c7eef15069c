package io.github.telnyxreactive.internal.bulk;

import static io.github.telnyxreactive.internal.bulk.FakeJournal.single;
import static io.github.telnyxreactive.internal.bulk.FakeJournal.suite;
import static io.github.telnyxreactive.internal.bulk.FakeRuns.options;
import static io.github.telnyxreactive.internal.bulk.FakeRuns.singles;
import static io.github.telnyxreactive.internal.bulk.FakeRuns.suites;
import static io.github.telnyxreactive.model.testrun.TestRunStatus.PASSED;
import static io.github.telnyxreactive.model.testrun.TestRunStatus.PENDING;
import static io.github.telnyxreactive.model.testrun.TestRunStatus.RUNNING;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.telnyxreactive.bulk.BatchEvent;
import io.github.telnyxreactive.bulk.BatchItem;
import io.github.telnyxreactive.bulk.BatchOptions;
import io.github.telnyxreactive.bulk.Runs;
import io.github.telnyxreactive.bulk.StopSignal;
import io.github.telnyxreactive.error.ApiErrors;
import io.github.telnyxreactive.error.DecodingException;
import io.github.telnyxreactive.error.FailedCall;
import io.github.telnyxreactive.error.UnauthorizedException;
import io.github.telnyxreactive.internal.runs.RunPoll;
import io.github.telnyxreactive.model.testrun.TestRun;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.test.publisher.TestPublisher;
import reactor.test.subscriber.TestSubscriber;

/** Which room items take and give back, and how many of them are taken ahead. */
class ItemRoomTest {

    /** So many suites are read at the same time. */
    private static final int MAX_READ = 8;

    private static final FailedCall CREATED = FailedCall.none().withResponse(201, null, null);

    private final FakeRuns runs = new FakeRuns();
    private final List<String> taken = new ArrayList<>();
    private final TestSubscriber<BatchEvent> subscriber = TestSubscriber.create();

    private List<String> events() {
        return Runs.texts(subscriber.getReceivedOnNext());
    }

    private static String[] names(int count) {
        return IntStream.range(0, count).mapToObj(n -> "s" + n).toArray(String[]::new);
    }

    private static Mono<List<TestRun>> refused() {
        return Mono.error(new IllegalArgumentException("refused"));
    }

    /** Answers that the first run of some item was created, without saying which. */
    private void answerWithoutRuns(String name, RunPoll.Result poll) {
        var starting = runs.onTrigger;
        var polling = runs.onPoll;
        runs.onTrigger = item -> item.name().equals(name)
                ? Mono.error(DecodingException.unexpected(CREATED, "nothing to read"))
                : starting.apply(item);
        runs.onPoll = (item, open) -> item.name().equals(name) ? Mono.just(poll) : polling.apply(item, open);
    }

    private static RunPoll.Result foundNothing(TestRun... others) {
        return new RunPoll.Result(List.of(), Map.of(), List.of(others), null, null);
    }

    @Test
    void whatTheServiceRefusesGivesItsPlaceInTheTotalBack() {
        runs.onTrigger = item -> item.name().equals("a") ? refused() : Mono.never();
        runs.size("a", 3).batch(options().maxRuns(3), suites("a", "b", "c")).subscribe(subscriber);

        assertThat(events()).containsExactly("a not triggered");
        assertThat(runs.triggered).containsExactly("a", "b", "c");
    }

    @Test
    void whatTheTotalRefusesGivesItsPlaceBack() {
        runs.size("a", 3).batch(options().maxRuns(2), suites("a", "b", "c")).subscribe(subscriber);

        assertThat(events()).containsExactly("a not triggered", "b triggered 1", "c triggered 1");
        assertThat(((BatchEvent.TriggerFailed) subscriber.getReceivedOnNext().get(0)).error())
                .hasMessage("it was not triggered: its 3 runs would be more than the 2 that the batch may start in"
                        + " total (maxRuns)");
    }

    @Test
    void theTotalSaysIfItIsOneRunTooMany() {
        runs.batch(options().maxRuns(1), singles("a", "b")).subscribe(subscriber);

        assertThat(((BatchEvent.TriggerFailed) subscriber.getReceivedOnNext().get(1)).error())
                .hasMessageContaining("its 1 run would be more than the 1 that");
    }

    @ParameterizedTest
    @CsvSource({"1, 4", "2, 3", "3, 2", "4, 1"})
    void theTotalCountsRunsThatWereStartedRatherThanExpected(int started, int others) {
        TestPublisher<BatchItem> work = TestPublisher.create();
        runs.onTests = suite -> Mono.just(FakeRuns.listed("test of a-0", "test of a-1"));
        runs.size("a", started).batch(options().maxRuns(5), work).subscribe(subscriber);
        work.next(BatchItem.suite("a"));
        runs.putAll(PASSED);
        runs.advanceSeconds(5);
        for (int n = 0; n < 5; n++) {
            work.next(BatchItem.test("b" + n));
        }

        assertThat(runs.triggered).hasSize(1 + others);
    }

    @Test
    void aRefusalMakesPlaceForAnotherRequest() {
        runs.onTrigger = item -> item.name().equals("a") ? refused() : Mono.never();
        runs.batch(options().maxConcurrentRequests(1), singles("a", "b")).subscribe(subscriber);

        assertThat(runs.triggered).containsExactly("a", "b");
    }

    @Test
    void aRevokedKeyEndsTheBatch() {
        UnauthorizedException revoked =
                new UnauthorizedException(FailedCall.none().withResponse(401, null, null), ApiErrors.none());
        runs.onTrigger = item -> Mono.error(revoked);
        runs.batch(options().maxConcurrentRequests(1), singles("a", "b")).subscribe(subscriber);

        assertThat(runs.triggered).containsExactly("a");
        assertThat(events()).containsExactly("a not triggered");
        assertThat(subscriber.expectTerminalError()).isSameAs(revoked);
    }

    @Test
    void aRunThatTheServiceDoesNotIdentifyTakesRoomUntilTheDeadlineOfItsItem() {
        answerWithoutRuns("a", foundNothing());
        FakeJournal journal = new FakeJournal();
        runs.recording = journal.recording();
        runs.batch(options().maxConcurrentRuns(1).maxRuns(2), singles("a", "b", "c"))
                .subscribe(subscriber);
        runs.advanceSeconds(59);

        assertThat(events()).containsExactly("a unknown");
        assertThat(runs.triggered).containsExactly("a");
        runs.put(PASSED, "b-0");
        runs.advanceSeconds(1);
        assertThat(events()).containsExactly("a unknown", "b triggered 1", "b-0 finished passed", "c not triggered");
        assertThat(journal.recorded)
                .extracting(entry -> entry.getClass().getSimpleName())
                .containsExactly("Begun", "Unknown", "Begun", "Started", "Ended", "Completed", "Refused");
    }

    @Test
    void runsThatTheServiceDoesNotIdentifyTakeRoomBesideTheOthers() {
        List<TestRun> known = List.of(Runs.run("a-0", PASSED));
        answerWithoutRuns("a", foundNothing());
        runs.onTrigger = item -> item.name().equals("a")
                ? Mono.error(DecodingException.elements(CREATED, "two of three cannot be read", known, List.of()))
                : Mono.never();
        Sinks.Many<BatchItem> work = Sinks.many().unicast().onBackpressureBuffer();
        runs.size("a", 3).batch(options().maxConcurrentRuns(3), work.asFlux()).subscribe(subscriber);
        work.tryEmitNext(BatchItem.suite("a")).orThrow();
        runs.advanceSeconds(4);
        work.tryEmitNext(BatchItem.suite("b")).orThrow();
        work.tryEmitNext(BatchItem.suite("c")).orThrow();

        assertThat(events()).containsExactly("a triggered 1", "a-0 finished passed", "a partly unknown");
        assertThat(runs.triggered).containsExactly("a", "b");
        runs.advanceSeconds(56);
        assertThat(runs.triggered).containsExactly("a", "b", "c");
    }

    @Test
    void aRunOfAnotherItemIsNotTakenForOneThatIsSought() {
        runs.recording = new FakeJournal().started(single("a"), RUNNING, "a-0").recording();
        runs.onTrigger = item -> Mono.error(DecodingException.unexpected(CREATED, "nothing to read"));
        TestRun ofTheFirst = Runs.run("a-0", RUNNING);
        runs.onPoll = (item, open) -> Mono.just(
                open.isEmpty()
                        ? foundNothing(ofTheFirst)
                        : new RunPoll.Result(List.of(), Map.of(), List.of(), Set.of(), null));
        Flux<BatchItem> work =
                Flux.just(BatchItem.test("a"), BatchItem.test("a").repetition(2));
        runs.batch(options(), work).subscribe(subscriber);
        runs.advanceSeconds(5);

        assertThat(events()).containsExactly("a unknown");
    }

    @Test
    void aRunOfNoOtherItemIsTheOneThatIsSought() {
        answerWithoutRuns("a", foundNothing(Runs.run("a-7", PASSED)));
        runs.batch(options(), singles("a")).subscribe(subscriber);
        runs.advanceSeconds(5);

        assertThat(events()).containsExactly("a triggered 1", "a-7 finished passed");
        assertThat(subscriber.isTerminatedComplete()).isTrue();
    }

    @Test
    void saysHowManyRunsTakeTheRoomForGood() {
        runs.size("b", 2)
                .batch(options().maxConcurrentRuns(2), Flux.concat(singles("a"), suites("b")))
                .subscribe(subscriber);
        runs.advanceSeconds(60);

        assertThat(events()).containsExactly("a triggered 1", "a-0 abandoned pending", "b not triggered");
        assertThat(((BatchEvent.TriggerFailed) subscriber.getReceivedOnNext().get(2)).error())
                .hasMessageContaining(" 1 of the 2 runs that may be under way at the same time");
    }

    @Test
    void whatMayRunAlreadyTakesRoomUntilTheDeadlineAfterItWasRefused() {
        runs.recording = new FakeJournal().begun(suite("a"), 2).recording();
        runs.size("a", 2)
                .batch(options().maxConcurrentRuns(2).maxRuns(1), Flux.concat(suites("a"), singles("b")))
                .subscribe(subscriber);
        runs.advanceSeconds(59);
        assertThat(runs.triggered).isEmpty();
        runs.advanceSeconds(1);

        assertThat(runs.triggered).containsExactly("b");
    }

    @Test
    void whatMayRunAlreadyNeedsNoMoreRoom() {
        runs.recording = new FakeJournal().begun(suite("a"), 2).recording();
        runs.size("a", 2).batch(options().maxConcurrentRuns(2), suites("a")).subscribe(subscriber);

        assertThat(events()).containsExactly("a triggered 2");
    }

    @Test
    void readsAFewSuitesAhead() {
        runs.onTests = suite -> Mono.never();
        runs.batch(options(), suites(names(20)).doOnNext(item -> taken.add(item.name())))
                .subscribe(subscriber);

        assertThat(taken).hasSize(MAX_READ);
    }

    @Test
    void readsNoMoreSuitesAheadThanMayHaveARun() {
        runs.onTests = suite -> Mono.never();
        runs.batch(options().maxConcurrentRuns(3), suites(names(20)).doOnNext(item -> taken.add(item.name())))
                .subscribe(subscriber);

        assertThat(taken).hasSize(3);
    }

    @Test
    void readsNoMoreSuitesAheadThanTheBufferHasPlaceFor() {
        runs.onTests = suite -> Mono.never();
        runs.batch(options().eventBuffer(3), suites(names(20)).doOnNext(item -> taken.add(item.name())))
                .subscribe(subscriber);

        assertThat(taken).hasSize(3);
    }

    @Test
    void readsAFewSuitesOfEarlierProcessesAheadAlthoughTheirRunsTakeAllRoom() {
        FakeJournal journal = new FakeJournal();
        for (String name : names(20)) {
            journal.started(suite(name), RUNNING, name + "-0");
        }
        runs.recording = journal.recording();
        runs.onTests = suite -> Mono.never();
        runs.batch(options().maxConcurrentRuns(1), suites(names(20)).doOnNext(item -> taken.add(item.name())))
                .subscribe(subscriber);

        assertThat(taken).hasSize(MAX_READ);
    }

    @Test
    void takesNothingOfEarlierProcessesWhileTheBufferIsFull() {
        FakeJournal journal = new FakeJournal();
        for (String name : names(20)) {
            journal.begun(single(name), 1);
        }
        runs.recording = journal.recording();
        TestSubscriber<BatchEvent> slow =
                TestSubscriber.builder().initialRequest(1).build();
        runs.batch(options().eventBuffer(3), singles(names(20)).doOnNext(item -> taken.add(item.name())))
                .subscribe(slow);
        int ahead = taken.size();
        assertThat(ahead).isBetween(4, 10);
        slow.request(1);

        assertThat(taken).hasSizeBetween(ahead + 1, 15);
    }

    @Test
    void whatIsNewIsTakenWhenThereIsRoom() {
        runs.recording = new FakeJournal()
                .started(single("a"), RUNNING, "a-0")
                .started(single("b"), RUNNING, "b-0")
                .recording();
        runs.put(RUNNING, "a-0", "b-0");
        runs.batch(options().maxConcurrentRuns(1), singles("a", "b", "c", "d").doOnNext(item -> taken.add(item.name())))
                .subscribe(subscriber);
        assertThat(taken).containsExactly("a", "b");
        runs.putAll(PASSED);
        runs.advanceSeconds(1);

        assertThat(taken).containsExactly("a", "b", "c");
        assertThat(runs.triggered).containsExactly("c");
    }

    @Test
    void readsNothingWhileOthersWait() {
        runs.isReady = false;
        runs.batch(options(), suites("a").doOnNext(item -> taken.add(item.name())))
                .subscribe(subscriber);
        assertThat(taken).isEmpty();
        runs.becomeReady();

        assertThat(taken).containsExactly("a");
    }

    @Test
    void whatIsBeingReadIsRefusedIfTheBatchIsStopped() {
        TestPublisher<StopSignal> stops = TestPublisher.create();
        TestPublisher<SuiteTests> tests = TestPublisher.create();
        runs.stops = stops;
        runs.onTests = suite -> tests.mono();
        runs.batch(options(), suites("a")).subscribe(subscriber);
        stops.next(StopSignal.TRIGGER_NO_MORE);

        tests.assertCancelled();
        assertThat(events()).containsExactly("a not triggered");
        assertThat(subscriber.isTerminatedComplete()).isTrue();
    }

    @Test
    void whatIsBeingReadIsCancelledWithTheBatch() {
        TestPublisher<SuiteTests> tests = TestPublisher.create();
        runs.onTests = suite -> tests.mono();
        runs.batch(options(), suites("a")).subscribe(subscriber);
        subscriber.cancel();

        tests.assertCancelled();
        assertThat(events()).isEmpty();
    }

    @Test
    void aSuiteIsTriggeredWithoutItsTestsIfThereIsNoLimit() {
        runs.onTests = suite -> Mono.error(new IllegalStateException("unread"));
        runs.batch(options().maxConcurrentRuns(BatchOptions.UNLIMITED), suites("a"))
                .subscribe(subscriber);
        runs.put(PENDING, "a-0");

        assertThat(events()).containsExactly("a triggered 1");
    }
}
