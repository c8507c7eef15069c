package io.github.telnyxreactive.cli.internal.running;

import static io.github.telnyxreactive.cli.Changes.begun;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.telnyxreactive.TelnyxClient;
import io.github.telnyxreactive.bulk.BatchEvent;
import io.github.telnyxreactive.bulk.BatchEvent.Finished;
import io.github.telnyxreactive.bulk.BatchEvent.StatusChanged;
import io.github.telnyxreactive.bulk.BatchEvent.TriggerFailed;
import io.github.telnyxreactive.bulk.BatchEvent.Triggered;
import io.github.telnyxreactive.bulk.BatchItem;
import io.github.telnyxreactive.cli.Changes;
import io.github.telnyxreactive.cli.Runs;
import io.github.telnyxreactive.cli.internal.console.Display;
import io.github.telnyxreactive.cli.internal.journal.Journal;
import io.github.telnyxreactive.cli.internal.journal.JournalAccount;
import io.github.telnyxreactive.cli.internal.journal.JournalHeader;
import io.github.telnyxreactive.cli.internal.state.BatchChange;
import io.github.telnyxreactive.cli.internal.state.BatchChange.Begun;
import io.github.telnyxreactive.cli.internal.state.BatchState;
import io.github.telnyxreactive.cli.internal.state.ItemStage;
import io.github.telnyxreactive.model.testrun.TestRun;
import io.github.telnyxreactive.model.testrun.TestRunStatus;
import io.github.telnyxreactive.policy.RetryPolicy;
import io.github.telnyxreactive.simulator.internal.time.ManualTime;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import reactor.blockhound.BlockingOperationError;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;
import reactor.test.publisher.PublisherProbe;

class BatchRunTest {

    private static final BatchItem CHECKOUT = BatchItem.suite("checkout");
    private static final TestRun PENDING = Runs.unfinished("1", "t", TestRunStatus.PENDING);

    private final ManualTime timer = new ManualTime();
    private final InstantSource clock = () -> Instant.ofEpochMilli(timer.now(TimeUnit.MILLISECONDS));
    private final List<String> shown = new ArrayList<>();
    private final TelnyxClient client = TelnyxClient.builder()
            .apiKey("KEY")
            .baseUrl("http://127.0.0.1:1")
            .retry(RetryPolicy.never())
            .build();
    private BatchState state = Changes.suites("checkout");

    @TempDir
    private Path folder;

    @AfterEach
    void close() {
        client.close();
    }

    private void follow(Mono<Void> interruption, boolean failFast, Function<Flux<BatchItem>, Flux<BatchEvent>> batch) {
        follow(interruption, failFast, batch, timer, new Recorder(state, null));
    }

    private void follow(
            Mono<Void> interruption,
            boolean failFast,
            Function<Flux<BatchItem>, Flux<BatchEvent>> batch,
            Scheduler time,
            Recorder recorder) {
        BatchRun.Settings settings = new BatchRun.Settings(
                new RecordingDisplay(), clock, time, interruption, true, failFast, Throwable::getMessage);
        new BatchRun(settings, recorder)
                .follow(batch, new NameReader(client.ai().assistants().tests()));
    }

    private static Flux<BatchEvent> triggered(BatchItem item) {
        String id = item.name();
        return Flux.just(
                new Triggered(item, List.of(Runs.unfinished(id, id, TestRunStatus.PENDING))),
                new Finished(item, Runs.finished(id, id, TestRunStatus.PASSED, Duration.ofSeconds(1))));
    }

    private static JournalHeader header(List<BatchItem> items) {
        return JournalHeader.of(
                "b",
                Changes.NOON,
                JournalAccount.of("https://telnyx.invalid", "KEY"),
                50,
                null,
                items.stream().map(item -> JournalHeader.Item.of(item, null)).toList());
    }

    private static List<BatchItem> tests(int count) {
        return IntStream.range(0, count)
                .mapToObj(number -> BatchItem.test("test-" + number))
                .toList();
    }

    @Test
    void recordsEventsAndShowsThemSeveralTimesASecond() {
        state = new BatchState(tests(1));

        follow(
                Mono.never(),
                false,
                work -> work.flatMap(item -> triggered(item).concatMap(event -> {
                    timer.advance(Duration.ofSeconds(1));
                    return Mono.just(event);
                })));

        assertThat(state.itemsWithoutResult()).isEmpty();
        assertThat(state.totals().overall().passed()).isEqualTo(1);
        assertThat(state.isInterrupted()).isFalse();
        assertThat(state.pausedAt()).isNotNull();
        assertThat(shown).startsWith("begin 0").endsWith("end 1").hasSizeGreaterThan(4);
    }

    @Test
    void triggersNothingIfInterruptedBeforeTheStart() {
        PublisherProbe<BatchEvent> events = PublisherProbe.of(Flux.never());

        follow(Mono.empty(), false, work -> events.flux());

        assertThat(state.isInterrupted()).isTrue();
        assertThat(state.items().get(0).problem()).contains("interruption");
        assertThat(shown).containsExactly("begin 0", "end 0");
    }

    @Test
    void anInterruptionWaitsForResponsesToTriggeringRequests() {
        Mono<Void> interruption = Mono.delay(Duration.ofSeconds(1), timer).then();
        // Time advances only after the wait for the response has begun: merge subscribes in this order.
        Function<Flux<BatchItem>, Flux<BatchEvent>> respondsLate = work -> work.flatMap(item -> Flux.merge(
                Flux.concat(
                        Mono.delay(Duration.ofSeconds(2), timer).thenReturn(new Triggered(item, List.of(PENDING))),
                        Flux.never()),
                Mono.fromRunnable(() -> Schedulers.parallel().schedule(() -> timer.advance(Duration.ofSeconds(2))))));

        follow(interruption, false, respondsLate);

        assertThat(state.isInterrupted()).isTrue();
        assertThat(state.totals().overall().pending()).isEqualTo(1);
        assertThat(shown).last().isEqualTo("end 1");
    }

    @Test
    void anInterruptionDoesNotWaitLong() {
        Mono<Void> interruption = Mono.delay(Duration.ofSeconds(1), timer).then();
        Function<Flux<BatchItem>, Flux<BatchEvent>> neverResponds =
                work -> work.flatMap(item -> Flux.<BatchEvent>never()
                        .doOnSubscribe(subscription ->
                                Schedulers.parallel().schedule(() -> timer.advance(Duration.ofSeconds(10)))));

        follow(interruption, false, neverResponds);

        assertThat(state.isInterrupted()).isTrue();
        assertThat(state.items().get(0).problem()).contains("it is not known");
    }

    @Test
    void failFastSkipsTheRestAndWithdrawsWhatWasJournaled() {
        List<BatchItem> items = tests(100);
        state = new BatchState(items);
        Path file = folder.resolve("journal");
        try (Journal journal = Journal.create(file, header(items))) {
            follow(
                    Mono.never(),
                    true,
                    // From another thread: an item is requested only after the outcome of the one before was recorded.
                    work -> work.concatMap(item -> outcome(item).subscribeOn(Schedulers.parallel()), 0),
                    timer,
                    new Recorder(state, journal));
        }

        assertThat(state.totals().overall().passed()).isEqualTo(2);
        assertThat(state.items().get(2).problem()).isEqualTo("gone");
        assertThat(state.items().get(99).problem()).contains("--fail-fast");
        Journal.Opened opened = Journal.open(file);
        opened.journal().close();
        BatchState again = new BatchState(items);
        opened.changes().forEach(again::apply);
        assertThat(again.items())
                .filteredOn(item -> item.stage() == ItemStage.BEGUN)
                .isEmpty();
        assertThat(again.items().get(63).stage()).isEqualTo(ItemStage.WAITING);
    }

    private static Flux<BatchEvent> outcome(BatchItem item) {
        return item.name().equals("test-2")
                ? Flux.just(new TriggerFailed(item, new IllegalStateException("gone")))
                : triggered(item);
    }

    @Test
    void journalsItemsBeforeEmittingThem() {
        List<BatchItem> items = tests(150);
        state = new BatchState(items);
        Path file = folder.resolve("journal");
        List<Long> begun = new ArrayList<>();
        try (Journal journal = Journal.create(file, header(items))) {
            follow(
                    Mono.never(),
                    false,
                    work -> work.doOnNext(item -> begun.add(linesOf(file))).concatMap(BatchRunTest::triggered, 1),
                    timer,
                    new Recorder(state, journal));
        }

        assertThat(begun).hasSize(150);
        assertThat(begun.get(0)).isEqualTo(WorkSource.CHUNK);
        assertThat(begun.get(WorkSource.CHUNK - 1)).isEqualTo(WorkSource.CHUNK);
        assertThat(begun.get(WorkSource.CHUNK)).isEqualTo(2 * WorkSource.CHUNK);
        assertThat(begun.get(149)).isEqualTo(150);
    }

    private static long linesOf(Path journal) {
        try {
            return Files.readAllLines(journal).stream()
                    .filter(line -> line.contains("\"begun\""))
                    .count();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void followsKnownRunsAndSkipsEndedOnes() {
        state = Changes.suites("followed", "complete", "begun", "new");
        Changes.see(state, 0, PENDING, Runs.finished("2", "t", TestRunStatus.PASSED, Duration.ZERO));
        Changes.see(state, 1, Runs.finished("3", "t", TestRunStatus.PASSED, Duration.ZERO));
        state.apply(new Begun(2, clock.instant().atOffset(ZoneOffset.UTC)));
        state.resume();
        List<BatchItem> handedOut = new ArrayList<>();

        follow(
                Mono.empty().delaySubscription(Mono.never()).then(),
                false,
                work -> work.doOnNext(handedOut::add).thenMany(Flux.empty()));

        assertThat(handedOut).extracting(BatchItem::name).containsExactly("followed", "begun", "new");
        assertThat(handedOut.get(0).runs()).extracting(TestRun::runId).containsExactly("1");
        assertThat(handedOut.get(1).runs()).isNull();
    }

    @Test
    void doesNotRepeatATriggeringThatMayBeTooLongAgo() {
        state = Changes.suites("old", "recent");
        timer.advance(Duration.ofDays(2));
        Duration last = RepetitionGuard.REPEATABLE.minus(RepetitionGuard.LEAST);
        state.apply(new Begun(0, ago(last.plusSeconds(1))));
        state.apply(new Begun(1, ago(last)));
        state.resume();
        List<BatchItem> handedOut = new ArrayList<>();

        follow(Mono.never(), false, work -> work.doOnNext(handedOut::add).concatMap(BatchRunTest::triggered));

        assertThat(handedOut).extracting(BatchItem::name).containsExactly("recent");
        assertThat(state.items().get(0).stage()).isEqualTo(ItemStage.UNKNOWN);
        assertThat(state.items().get(0).problem()).contains("could run it twice");
        assertThat(state.itemsWithoutResult()).hasSize(1);
    }

    private OffsetDateTime ago(Duration time) {
        return clock.instant().minus(time).atOffset(ZoneOffset.UTC);
    }

    @Test
    void repeatsNothingIfTheJournalIsAheadOfTheClock() {
        state = Changes.suites("begun", "new");
        state.apply(new Begun(0, ago(Duration.ofHours(1))));
        state.apply(new Begun(1, ago(Duration.ofMinutes(-11))));
        state.apply(new BatchChange.Withdrawn(1));
        state.resume();
        List<BatchItem> handedOut = new ArrayList<>();

        follow(Mono.never(), false, work -> work.doOnNext(handedOut::add).concatMap(BatchRunTest::triggered));

        assertThat(handedOut).extracting(BatchItem::name).containsExactly("new");
        assertThat(state.items().get(0).problem()).contains("ahead of the clock", "could run it twice");
    }

    /** A repetition that the service does not answer is cancelled in time, and the others continue. */
    @Test
    void stopsARepetitionBeforeTheKeyExpires() {
        state = Changes.suites("old", "new");
        timer.advance(Duration.ofDays(2));
        state.apply(new Begun(0, ago(Duration.ofHours(22))));
        state.resume();
        List<String> handedOut = new ArrayList<>();
        List<String> cancelled = new ArrayList<>();

        follow(
                Mono.never(),
                false,
                work -> work.doOnNext(item -> handedOut.add(item.name()))
                        .flatMap(item -> item.name().equals("old")
                                ? Flux.<BatchEvent>never()
                                        .doOnSubscribe(never -> Schedulers.parallel()
                                                .schedule(() -> timer.advance(Duration.ofMinutes(61))))
                                        .doOnCancel(() -> cancelled.add("old"))
                                : triggered(item)));

        assertThat(cancelled).containsExactly("old");
        assertThat(handedOut).startsWith("old").doesNotHaveDuplicates();
        assertThat(state.items().get(0).stage()).isEqualTo(ItemStage.UNKNOWN);
        assertThat(state.items().get(1).stage()).isEqualTo(ItemStage.TRIGGERED);
    }

    @Test
    void whatMayHaveBeenTriggeredEarlierIsUnknownWhateverTheAnswerToARepetition() {
        state.apply(begun(0));
        state.resume();
        timer.advance(Duration.between(clock.instant(), Changes.NOON.plusHours(1)));

        follow(
                Mono.never(),
                false,
                work -> work.map(item -> new TriggerFailed(item, new IllegalStateException("gone"))));

        assertThat(state.items().get(0).progress().outcomeUnknown()).isTrue();
        assertThat(state.items().get(0).problem())
                .contains("it is not known whether it was triggered at 2026-11-20T12:00Z", "gone");
    }

    @Test
    void triggersNothingMoreOnceTheJournalCannotBeWritten() {
        List<BatchItem> items = tests(200);
        state = new BatchState(items);
        Journal journal = Journal.create(folder.resolve("journal"), header(items));
        Recorder recorder = new Recorder(state, journal);

        follow(
                Mono.never(),
                false,
                // From another thread: an item is requested only after the outcome of the one before was recorded.
                work -> work.doOnNext(item -> {
                            if (item.name().equals("test-2")) {
                                journal.close();
                            }
                        })
                        .concatMap(item -> triggered(item).subscribeOn(Schedulers.parallel()), 0),
                timer,
                recorder);

        assertThat(recorder.failure()).hasMessageContaining("could not write the journal");
        assertThat(state.totals().overall().passed()).isEqualTo(3);
        assertThat(state.items().get(3).problem()).contains("the journal could not be written");
        assertThat(state.items().get(199).problem()).contains("the journal could not be written");
    }

    @Test
    void endsTheDisplayAfterAnError() {
        assertThatExceptionOfType(RuntimeException.class)
                .isThrownBy(() -> follow(
                        Mono.never(),
                        false,
                        work -> Flux.just(
                                new TriggerFailed(BatchItem.suite("elsewhere"), new IllegalStateException()))));

        assertThat(shown).containsExactly("begin 0", "end 0");
    }

    /** BlockHound checks that threads of the client do not wait for the thread that writes. */
    @Test
    void receivesAllEventsOfManyThreads() {
        int runs = 20_000;
        List<TestRun> started = IntStream.range(0, runs)
                .mapToObj(number -> Runs.unfinished(Integer.toString(number), "t", TestRunStatus.PENDING))
                .toList();
        Function<Flux<BatchItem>, Flux<BatchEvent>> batch = work -> Flux.concat(
                Mono.just(new Triggered(CHECKOUT, started)),
                Flux.range(0, runs)
                        .parallel(4)
                        .runOn(Schedulers.parallel())
                        .map(number -> new StatusChanged(
                                CHECKOUT, Runs.unfinished(Integer.toString(number), "t", TestRunStatus.RUNNING)))
                        .sequential());
        for (int round = 0; round < 10; round++) {
            state = Changes.suites("checkout");
            state.apply(new BatchChange.NamesRead(Map.of("t", "named")));

            follow(Mono.never(), false, batch, Schedulers.parallel(), new Recorder(state, null));

            assertThat(state.totals().overall().running()).as("round %d", round).isEqualTo(runs);
        }
    }

    @Test
    void blockHoundDetectsBlockingCalls() {
        Mono<Object> blocking = Mono.fromCallable(() -> new CountDownLatch(1).await(1, TimeUnit.MILLISECONDS))
                .subscribeOn(Schedulers.parallel())
                .cast(Object.class);

        assertThatExceptionOfType(RuntimeException.class)
                .isThrownBy(blocking::block)
                .withCauseInstanceOf(BlockingOperationError.class);
    }

    private final class RecordingDisplay implements Display {

        @Override
        public void begin(BatchState known) {
            shown.add("begin " + known.totals().overall().runs());
        }

        @Override
        public void update(BatchState known, Duration elapsed) {
            shown.add("update " + known.totals().overall().runs() + " after " + elapsed);
        }

        @Override
        public void end(BatchState known, Duration elapsed) {
            shown.add("end " + known.totals().overall().runs());
        }
    }
}
