package io.github.telnyxreactive.internal.bulk;

import static io.github.telnyxreactive.internal.bulk.FakeJournal.single;
import static io.github.telnyxreactive.internal.bulk.FakeJournal.suite;
import static io.github.telnyxreactive.internal.bulk.FakeRuns.options;
import static io.github.telnyxreactive.internal.bulk.FakeRuns.singles;
import static io.github.telnyxreactive.internal.bulk.FakeRuns.suites;
import static io.github.telnyxreactive.model.testrun.TestRunStatus.FAILED;
import static io.github.telnyxreactive.model.testrun.TestRunStatus.PASSED;
import static io.github.telnyxreactive.model.testrun.TestRunStatus.RUNNING;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.telnyxreactive.bulk.BatchEvent;
import io.github.telnyxreactive.bulk.BatchItem;
import io.github.telnyxreactive.bulk.BatchOptionsBuilder;
import io.github.telnyxreactive.bulk.JournalEntry;
import io.github.telnyxreactive.bulk.Runs;
import io.github.telnyxreactive.bulk.StopSignal;
import io.github.telnyxreactive.bulk.TriggerExpiredException;
import io.github.telnyxreactive.error.ApiErrors;
import io.github.telnyxreactive.error.FailedCall;
import io.github.telnyxreactive.error.UnprocessableEntityException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.test.publisher.TestPublisher;
import reactor.test.subscriber.TestSubscriber;

/** Items that an earlier process has begun, and what the journal says about items. */
class ResumedItemTest {

    private static final Throwable REFUSED =
            new UnprocessableEntityException(FailedCall.none().withResponse(422, null, null), ApiErrors.none());
    private static final Throwable LOST = new IllegalStateException("lost");

    private final FakeRuns runs = new FakeRuns();
    private final TestSubscriber<BatchEvent> subscriber = TestSubscriber.create();

    private void run(FakeJournal journal, BatchOptionsBuilder options, Publisher<BatchItem> work) {
        runs.recording = journal.recording();
        runs.batch(options, work).subscribe(subscriber);
    }

    private List<String> events() {
        return Runs.texts(subscriber.getReceivedOnNext());
    }

    private BatchEvent.OutcomeUnknown unknown() {
        return subscriber.getReceivedOnNext().stream()
                .filter(BatchEvent.OutcomeUnknown.class::isInstance)
                .map(BatchEvent.OutcomeUnknown.class::cast)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void recordsWhatHappensToAnItem() {
        FakeJournal journal = new FakeJournal();
        run(journal, options(), singles("a"));
        runs.put(RUNNING, "a-0");
        runs.advanceSeconds(1);
        runs.put(FAILED, "a-0");
        runs.advanceSeconds(1);

        assertThat(journal.recorded)
                .extracting(entry -> entry.getClass().getSimpleName())
                .containsExactly("Begun", "Started", "Ended", "Completed");
        JournalEntry.Begun begun = journal.recorded(JournalEntry.Begun.class).get(0);
        assertThat(begun.item()).isEqualTo(single("a"));
        assertThat(begun.key()).isEqualTo("key-1");
        assertThat(begun.runs()).isOne();
        assertThat(subscriber.isTerminatedComplete()).isTrue();
    }

    @Test
    void recordsTheNumberOfRunsOfASuite() {
        FakeJournal journal = new FakeJournal();
        run(journal, options(), suites("a"), 3);

        assertThat(journal.recorded(JournalEntry.Begun.class))
                .singleElement()
                .satisfies(begun -> assertThat(begun.runs()).isEqualTo(3));
    }

    private void run(FakeJournal journal, BatchOptionsBuilder options, Publisher<BatchItem> work, int size) {
        runs.size("a", size);
        run(journal, options, work);
    }

    @Test
    void recordsTestsWithoutARun() {
        FakeJournal journal = new FakeJournal();
        runs.onTests = suite -> Mono.just(FakeRuns.listed("test of a-0", "t"));
        runs.put(PASSED, "a-0");
        run(journal, options(), suites("a"));
        runs.advanceSeconds(5);

        assertThat(events()).containsExactly("a triggered 1", "a-0 finished passed", "a without t");
        assertThat(journal.recorded(JournalEntry.NotStarted.class))
                .singleElement()
                .satisfies(entry -> assertThat(entry.test().testId()).isEqualTo("t"));
        assertThat(journal.recorded(JournalEntry.Completed.class)).hasSize(1);
    }

    @Test
    void triggersNothingBeforeTheJournalSaysSo() {
        Sinks.Empty<Void> answer = Sinks.empty();
        FakeJournal journal = new FakeJournal();
        journal.onBegin = answer::asMono;
        run(journal, options(), singles("a"));
        assertThat(runs.triggered).isEmpty();

        answer.tryEmitEmpty().orThrow();

        assertThat(runs.triggered).containsExactly("a");
    }

    @Test
    void followsRunsWithoutAnnouncingThemAgain() {
        FakeJournal journal = new FakeJournal().started(suite("a"), RUNNING, "a-0", "a-1");
        run(journal, options(), suites("a"), 2);
        runs.put(PASSED, "a-0", "a-1");
        runs.advanceSeconds(1);

        assertThat(events()).containsExactly("a-0 finished passed", "a-1 finished passed");
        assertThat(runs.triggered).isEmpty();
        assertThat(journal.recorded)
                .extracting(entry -> entry.getClass().getSimpleName())
                .containsExactly("Ended", "Ended", "Completed");
        assertThat(subscriber.isTerminatedComplete()).isTrue();
    }

    @Test
    void theDeadlineOfAnItemStartsAnew() {
        run(new FakeJournal().started(single("a"), RUNNING, "a-0"), options(), singles("a"));
        runs.advanceSeconds(59);
        assertThat(events()).isEmpty();
        runs.advanceSeconds(1);

        assertThat(events()).containsExactly("a-0 abandoned running");
    }

    @Test
    void theirRunsTakeRoomOnlyOnce() {
        FakeJournal journal = new FakeJournal().started(single("a"), RUNNING, "a-0");
        run(journal, options().maxConcurrentRuns(2), singles("a", "b", "c"));
        assertThat(runs.triggered).containsExactly("b");
        runs.put(PASSED, "a-0");
        runs.advanceSeconds(1);

        assertThat(runs.triggered).containsExactly("b", "c");
    }

    @Test
    void theirRunsCountInTotalOnlyOnce() {
        FakeJournal journal = new FakeJournal().started(single("a"), RUNNING, "a-0");
        run(journal, options().maxRuns(2), singles("a", "b", "c"));
        runs.put(PASSED, "a-0", "b-0");
        runs.advanceSeconds(1);

        assertThat(events())
                .containsExactly("c not triggered", "b triggered 1", "a-0 finished passed", "b-0 finished passed");
    }

    @Test
    void runsThatWereTriggeredBeforeDoNotCountInTotal() {
        BatchItem before =
                BatchItem.suite("a").alreadyTriggered(List.of(Runs.run("a-0", PASSED), Runs.run("a-1", PASSED)));
        TestPublisher<BatchItem> work = TestPublisher.create();
        runs.batch(options().maxRuns(1), work).subscribe(subscriber);
        work.next(before).next(BatchItem.test("b")).next(BatchItem.test("c"));

        assertThat(runs.triggered).containsExactly("b");
        assertThat(events()).contains("c not triggered");
    }

    @Test
    void triggersAgainWithTheKeyOfTheFirstTime() {
        FakeJournal journal = new FakeJournal().begun(single("a"), 1);
        runs.onTrigger = item -> Mono.error(LOST);
        run(journal, options(), singles("a"));

        assertThat(journal.recorded(JournalEntry.Begun.class))
                .singleElement()
                .satisfies(begun -> assertThat(begun.key()).isEqualTo("earlier key"));
        assertThat(unknown().idempotencyKey()).isEqualTo("earlier key");
        assertThat(unknown().since()).isEqualTo(journal.begunAt.toInstant());
        assertThat(unknown().error()).isSameAs(LOST);
    }

    @Test
    void whatMayRunAlreadyIsUnknownEvenIfItIsRefusedNow() {
        FakeJournal journal = new FakeJournal().begun(single("a"), 1);
        runs.onTrigger = item -> Mono.error(REFUSED);
        run(journal, options().maxConcurrentRuns(1), singles("a", "b"));

        assertThat(events()).containsExactly("a unknown");
        assertThat(journal.recorded(JournalEntry.Refused.class)).isEmpty();
        assertThat(journal.recorded(JournalEntry.Unknown.class)).hasSize(1);
        // Until its deadline, its run may be under way.
        runs.onTrigger = item -> Mono.never();
        runs.advanceSeconds(59);
        assertThat(runs.triggered).containsExactly("a");
        runs.advanceSeconds(1);
        assertThat(runs.triggered).containsExactly("a", "b");
    }

    @Test
    void whatIsRefusedIsRecorded() {
        FakeJournal journal = new FakeJournal();
        runs.onTrigger = item -> Mono.error(REFUSED);
        run(journal, options(), singles("a"));

        assertThat(events()).containsExactly("a not triggered");
        assertThat(journal.recorded(JournalEntry.Refused.class))
                .singleElement()
                .satisfies(entry -> assertThat(entry.item()).isEqualTo(single("a")));
    }

    @Test
    void isTriggeredNoLongerThanTheKeyIsKnown() {
        run(
                new FakeJournal(Duration.ofHours(22)).begun(single("a"), 1),
                options().itemDeadline(Duration.ofDays(2)),
                singles("a"));

        assertThat(runs.limits)
                .singleElement()
                .satisfies(limit -> assertThat(limit).isBetween(Duration.ofMinutes(50), Duration.ofHours(1)));
    }

    @ParameterizedTest
    @ValueSource(longs = {30, -3600})
    void isNotTriggeredShortlyBeforeTheKeyExpiresOrAfter(long secondsLeft) {
        FakeJournal journal = new FakeJournal(Duration.ofHours(23).minusSeconds(secondsLeft)).begun(single("a"), 1);
        run(journal, options().maxConcurrentRuns(1).maxConcurrentRequests(1), singles("a", "b"));

        assertThat(events()).containsExactly("a unknown", "b triggered 1");
        assertThat(unknown().error())
                .isInstanceOf(TriggerExpiredException.class)
                .hasMessageContaining("run it twice");
        assertThat(unknown().since()).isEqualTo(journal.begunAt.toInstant());
        assertThat(journal.recorded(JournalEntry.Unknown.class)).hasSize(1);
        // So long ago that it takes no room.
        assertThat(runs.triggered).containsExactly("b");
    }

    @Test
    void aClockThatWasSetBackMakesTheAgeOfAKeyUncertain() {
        JournalEntry ahead =
                new JournalEntry.Paused(OffsetDateTime.now(ZoneOffset.UTC).plusMinutes(30));
        run(new FakeJournal().begun(single("a"), 1).said(ahead), options(), singles("a"));

        assertThat(events()).containsExactly("a unknown");
        assertThat(runs.triggered).isEmpty();
    }

    @Test
    void aClockThatIsAlmostRightIsTrusted() {
        JournalEntry ahead =
                new JournalEntry.Paused(OffsetDateTime.now(ZoneOffset.UTC).plusMinutes(5));
        run(new FakeJournal().begun(single("a"), 1).said(ahead), options(), singles("a"));

        assertThat(runs.triggered).containsExactly("a");
    }

    @Test
    void anItemThatCannotBeRecordedEndsTheBatch() {
        FakeJournal journal = new FakeJournal();
        journal.onBegin = () -> Mono.error(LOST);
        run(journal, options(), singles("a"));

        assertThat(events()).containsExactly("a not triggered");
        assertThat(runs.triggered).isEmpty();
        assertThat(subscriber.expectTerminalError()).isSameAs(LOST);
    }

    @Test
    void anItemThatCannotBeRecordedAgainIsUnknown() {
        FakeJournal journal = new FakeJournal().begun(single("a"), 1);
        journal.onBegin = () -> Mono.error(LOST);
        run(journal, options(), singles("a"));

        assertThat(events()).containsExactly("a unknown");
        assertThat(unknown().since()).isEqualTo(journal.begunAt.toInstant());
        assertThat(runs.triggered).isEmpty();
        assertThat(subscriber.expectTerminalError()).isSameAs(LOST);
    }

    private Sinks.Empty<Void> stopWhileRecording(FakeJournal journal, StopSignal signal) {
        Sinks.Empty<Void> answer = Sinks.empty();
        journal.onBegin = answer::asMono;
        TestPublisher<StopSignal> stops = TestPublisher.create();
        runs.stops = stops;
        run(journal, options(), singles("a"));
        stops.next(signal);
        return answer;
    }

    @ParameterizedTest
    @ValueSource(strings = {"TRIGGER_NO_MORE", "LEAVE"})
    void isNotTriggeredIfTheBatchIsStoppedBeforeTheJournalAnswers(StopSignal signal) {
        FakeJournal journal = new FakeJournal();
        Sinks.Empty<Void> answer = stopWhileRecording(journal, signal);
        assertThat(subscriber.isTerminated()).isFalse();
        answer.tryEmitEmpty().orThrow();

        assertThat(runs.triggered).isEmpty();
        assertThat(events()).containsExactly("a not triggered");
        assertThat(journal.recorded(JournalEntry.Refused.class)).hasSize(1);
        assertThat(subscriber.isTerminatedComplete()).isTrue();
        assertThat(runs.time.liveTimers()).isZero();
    }

    @Test
    void staysUnknownIfTheBatchIsStoppedBeforeTheJournalAnswers() {
        FakeJournal journal = new FakeJournal().begun(single("a"), 1);
        stopWhileRecording(journal, StopSignal.TRIGGER_NO_MORE).tryEmitEmpty().orThrow();

        assertThat(runs.triggered).isEmpty();
        assertThat(events()).containsExactly("a unknown");
        assertThat(unknown().idempotencyKey()).isEqualTo("earlier key");
        assertThat(unknown().since()).isEqualTo(journal.begunAt.toInstant());
        assertThat(journal.recorded(JournalEntry.Refused.class)).isEmpty();
        assertThat(journal.recorded(JournalEntry.Unknown.class)).hasSize(1);
        assertThat(subscriber.isTerminatedComplete()).isTrue();
    }

    @Test
    void theJournalSaysThatACancelledItemWasNotTriggered() {
        FakeJournal journal = new FakeJournal();
        stopWhileRecording(journal, StopSignal.LEAVE_AT_ONCE);

        assertThat(events()).isEmpty();
        assertThat(journal.recorded(JournalEntry.Refused.class)).hasSize(1);
        assertThat(subscriber.isTerminatedComplete()).isTrue();
    }

    @Test
    void theJournalDoesNotSayThatOfAnItemThatMayRunAlready() {
        FakeJournal journal = new FakeJournal().begun(single("a"), 1);
        stopWhileRecording(journal, StopSignal.LEAVE_AT_ONCE);

        assertThat(journal.recorded(JournalEntry.Refused.class)).isEmpty();
    }

    @Test
    void theJournalDoesNotSayThatOfAnItemWhoseResponseIsOutstanding() {
        FakeJournal journal = new FakeJournal();
        runs.onTrigger = item -> Mono.never();
        run(journal, options(), singles("a"));
        subscriber.cancel();

        assertThat(runs.cancelled).isEqualTo(1);
        assertThat(journal.recorded(JournalEntry.Refused.class)).isEmpty();
    }

    @Test
    void whatMayRunAlreadyIsUnknownIfTheLimitInTotalRefusesIt() {
        FakeJournal journal = new FakeJournal().begun(suite("a"), 2);
        run(journal, options().maxConcurrentRuns(2).maxRuns(1), suites("a"), 2);

        assertThat(events()).containsExactly("a unknown");
        assertThat(unknown().idempotencyKey()).isEqualTo("earlier key");
        assertThat(runs.triggered).isEmpty();
        assertThat(journal.recorded(JournalEntry.Unknown.class)).hasSize(1);
    }

    @Test
    void abandonedRunsAreRecordedAndLeaveTheItemOpen() {
        FakeJournal journal = new FakeJournal();
        run(journal, options(), singles("a"));
        runs.advanceSeconds(60);

        assertThat(journal.recorded(JournalEntry.Abandoned.class))
                .singleElement()
                .satisfies(entry -> assertThat(entry.runId()).isEqualTo("a-0"));
        assertThat(journal.recorded(JournalEntry.Completed.class)).isEmpty();
    }

    @Test
    void triggersWithTheLastKeyWhatWasDecidedNotToBeStarted() {
        FakeJournal journal =
                new FakeJournal(Duration.ofHours(1)).begun(single("a"), 1).said(resolved());
        run(journal, options(), singles("a"));

        JournalEntry.Begun begun = journal.recorded(JournalEntry.Begun.class).get(0);
        assertThat(begun.key()).isEqualTo("earlier key");

        // The next process takes the key for as old as it is.
        JournalState next = new JournalState();
        next.apply(new JournalEntry.Begun(single("a"), null, "earlier key", 1, journal.begunAt));
        next.apply(resolved());
        next.apply(begun);
        assertThat(next.of(single("a")).begunAt()).isEqualTo(journal.begunAt);
    }

    @Test
    void triggersWithANewKeyWhatWasDecidedNotToBeStartedTooLongAgo() {
        FakeJournal journal =
                new FakeJournal(Duration.ofHours(23)).begun(single("a"), 1).said(resolved());
        run(journal, options(), singles("a"));

        assertThat(journal.recorded(JournalEntry.Begun.class))
                .singleElement()
                .extracting(JournalEntry.Begun::key)
                .isNotEqualTo("earlier key");
    }

    private static JournalEntry resolved() {
        return new JournalEntry.Resolved(single("a"), OffsetDateTime.now(ZoneOffset.UTC));
    }
}
