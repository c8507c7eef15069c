package io.github.telnyxreactive.cli.internal.running;

import static io.github.telnyxreactive.cli.Events.abandoned;
import static io.github.telnyxreactive.cli.Events.changed;
import static io.github.telnyxreactive.cli.Events.failed;
import static io.github.telnyxreactive.cli.Events.finished;
import static io.github.telnyxreactive.cli.Events.notStarted;
import static io.github.telnyxreactive.cli.Events.triggered;
import static io.github.telnyxreactive.cli.Events.unknown;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.entry;

import io.github.telnyxreactive.bulk.BatchEvent;
import io.github.telnyxreactive.bulk.BatchItem;
import io.github.telnyxreactive.bulk.JournalException;
import io.github.telnyxreactive.bulk.StopSignal;
import io.github.telnyxreactive.cli.Events;
import io.github.telnyxreactive.cli.Runs;
import io.github.telnyxreactive.cli.internal.console.Display;
import io.github.telnyxreactive.cli.internal.state.Progress;
import io.github.telnyxreactive.cli.internal.state.StopReason;
import io.github.telnyxreactive.error.ApiErrors;
import io.github.telnyxreactive.error.FailedCall;
import io.github.telnyxreactive.error.UnauthorizedException;
import io.github.telnyxreactive.model.testrun.TestRun;
import io.github.telnyxreactive.model.testrun.TestRunStatus;
import io.github.telnyxreactive.simulator.internal.time.ManualTime;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.reactivestreams.Publisher;
import reactor.blockhound.BlockingOperationError;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;
import reactor.test.publisher.PublisherProbe;

class BatchRunTest {

    private static final BatchItem CHECKOUT = BatchItem.suite("checkout");
    private static final BatchItem TEST = BatchItem.test("t");
    private static final TestRun PENDING = Runs.unfinished("1", "t", TestRunStatus.PENDING);

    private final ManualTime timer = new ManualTime();
    private final InstantSource clock = () -> Instant.ofEpochMilli(timer.now(TimeUnit.MILLISECONDS));
    private final List<String> shown = new CopyOnWriteArrayList<>();
    private final List<String> signals = new CopyOnWriteArrayList<>();
    private Progress progress = Events.ofSuites("checkout");
    private Display display = new RecordingDisplay();
    private Function<Throwable, String> explanation = Throwable::getMessage;
    private boolean failFast;
    private Mono<Void> interruption = Mono.never();
    private Scheduler time = timer;

    private BatchRun.End follow(Function<Publisher<StopSignal>, Flux<BatchEvent>> batch) {
        BatchRun.Settings settings = new BatchRun.Settings(display, clock, time, interruption, failFast, explanation);
        return new BatchRun(settings, progress).follow(batch);
    }

    private BatchRun.End follow(BatchEvent... events) {
        return follow(stops -> Flux.merge(record(stops), Flux.just(events)));
    }

    /** Records the signals and when they come, until the subscriber is gone. */
    private Flux<BatchEvent> record(Publisher<StopSignal> stops) {
        Flux.from(stops)
                .subscribe(signal ->
                        signals.add(signal + " after " + timer.elapsed().toMillis() + " ms"));
        return Flux.empty();
    }

    /** Emits nothing until a signal comes. */
    private Flux<BatchEvent> until(StopSignal signal, Publisher<StopSignal> stops) {
        return record(stops)
                .concatWith(Flux.from(stops).filter(signal::equals).take(1).thenMany(Flux.empty()));
    }

    /** Lets time pass once the batch is subscribed to. */
    private <T> Flux<T> advancing(Duration by, Flux<T> batch) {
        return Flux.merge(batch, Mono.fromRunnable(() -> Schedulers.parallel().schedule(() -> timer.advance(by))));
    }

    private static TestRun ended(String id, TestRunStatus status) {
        return Runs.finished(id, "t", status, Duration.ofSeconds(1));
    }

    private static List<BatchEvent> passing(String id) {
        BatchItem item = BatchItem.test(id);
        return List.of(
                triggered(item, Runs.unfinished(id, id, TestRunStatus.PENDING)),
                finished(item, Runs.finished(id, id, TestRunStatus.PASSED, Duration.ofSeconds(1))));
    }

    @Test
    void takesEventsAndShowsThemSeveralTimesASecond() {
        progress = Events.ofTests(1);

        BatchRun.End end = follow(stops -> Flux.fromIterable(passing("t")).concatMap(event -> {
            timer.advance(Duration.ofSeconds(1));
            return Mono.just(event);
        }));

        assertThat(end).isEqualTo(BatchRun.End.COMPLETE);
        assertThat(progress.totals().overall().passed()).isEqualTo(1);
        assertThat(shown).startsWith("begin 0").endsWith("end 1").hasSizeGreaterThan(4);
    }

    /** The thread is kept busy, so that the ticks wait for it. */
    @Test
    void doesNotCatchUpOnTicks() {
        CountDownLatch passed = new CountDownLatch(1);
        explanation = failure -> {
            await(passed);
            return "gone";
        };

        follow(stops -> Flux.concat(Mono.just(failed(CHECKOUT, "gone")), Mono.fromRunnable(() -> {
            timer.advance(Duration.ofHours(1));
            passed.countDown();
        })));

        assertThat(shown).startsWith("begin 0").endsWith("end 0").hasSizeLessThan(600);
    }

    @Test
    void leavesBeforeTheBatchStartsIfInterruptedBefore() {
        interruption = Mono.empty();

        BatchRun.End end = follow(stops -> {
            record(stops);
            assertThat(signals).containsExactly("LEAVE after 0 ms");
            return Flux.empty();
        });

        assertThat(end.stopReason()).isEqualTo(StopReason.INTERRUPTED);
        assertThat(end.error()).isNull();
        assertThat(shown).containsExactly("begin 0", "end 0");
    }

    @Test
    void anInterruptionWaitsForResponsesToTriggeringRequests() {
        interruption = Mono.delay(Duration.ofSeconds(1), timer).then();

        BatchRun.End end = follow(stops -> advancing(
                Duration.ofSeconds(2),
                Flux.merge(
                        record(stops),
                        Mono.delay(Duration.ofSeconds(2), timer).thenReturn(triggered(CHECKOUT, PENDING)))));

        assertThat(end.stopReason()).isEqualTo(StopReason.INTERRUPTED);
        assertThat(signals).containsExactly("LEAVE after 1000 ms");
        assertThat(progress.totals().overall().pending()).isEqualTo(1);
        assertThat(shown).last().isEqualTo("end 1");
    }

    @Test
    void anInterruptionDoesNotWaitLong() {
        interruption = Mono.delay(Duration.ofSeconds(1), timer).then();

        BatchRun.End end = follow(stops -> advancing(Duration.ofSeconds(10), until(StopSignal.LEAVE_AT_ONCE, stops)));

        assertThat(end.stopReason()).isEqualTo(StopReason.INTERRUPTED);
        assertThat(end.error()).isNull();
        assertThat(signals).containsExactly("LEAVE after 1000 ms", "LEAVE_AT_ONCE after 4000 ms");
    }

    /** A batch in which nothing is in flight ends while it is told to. */
    @Test
    void anInterruptionIsKnownHoweverSoonTheBatchEnds() {
        interruption = Mono.delay(Duration.ofSeconds(1), timer).then();

        BatchRun.End end = follow(stops -> advancing(Duration.ofSeconds(1), until(StopSignal.LEAVE, stops)));

        assertThat(end.stopReason()).isEqualTo(StopReason.INTERRUPTED);
        assertThat(timer.liveTimers()).isZero();
    }

    /** Ctrl-S in a terminal, for example, blocks whoever writes to it. */
    @Test
    void anInterruptionReachesTheBatchWhileTheConsoleBlocks() {
        CountDownLatch left = new CountDownLatch(1);
        interruption = Mono.delay(Duration.ofSeconds(1), timer).then();
        display = new RecordingDisplay() {
            @Override
            public void update(Progress known, Duration elapsed) {
                shown.add("released " + await(left));
            }
        };

        follow(stops ->
                advancing(Duration.ofSeconds(1), until(StopSignal.LEAVE, stops).doOnComplete(left::countDown)));

        assertThat(shown).contains("released true").doesNotContain("released false");
    }

    private static boolean await(CountDownLatch latch) {
        try {
            return latch.await(1, TimeUnit.MINUTES);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    static Stream<BatchEvent> failures() {
        return Stream.of(
                failed(CHECKOUT, "gone"),
                unknown(CHECKOUT, "lost"),
                notStarted(CHECKOUT, "u", null),
                finished(CHECKOUT, ended("1", TestRunStatus.FAILED)),
                finished(CHECKOUT, ended("1", TestRunStatus.ERROR)),
                finished(CHECKOUT, ended("1", new TestRunStatus("cancelled"))));
    }

    @ParameterizedTest
    @MethodSource("failures")
    void failFastTriggersNoMoreAfterAFailure(BatchEvent failure) {
        failFast = true;

        BatchRun.End end = follow(triggered(CHECKOUT, PENDING), failure, failure);

        assertThat(end.stopReason()).isEqualTo(StopReason.FAIL_FAST);
        assertThat(end.error()).isNull();
        assertThat(signals).containsExactly("TRIGGER_NO_MORE after 0 ms");
    }

    @ParameterizedTest
    @MethodSource("failures")
    void aFailureStopsNothingOtherwise(BatchEvent failure) {
        BatchRun.End end = follow(triggered(CHECKOUT, PENDING), failure);

        assertThat(end.stopReason()).isNull();
        assertThat(signals).isEmpty();
    }

    @Test
    void failFastContinuesWithoutAFailure() {
        failFast = true;
        TestRun running = Runs.unfinished("1", "t", TestRunStatus.RUNNING);

        BatchRun.End end = follow(
                triggered(CHECKOUT, PENDING, Runs.unfinished("2", "u", TestRunStatus.PENDING)),
                changed(CHECKOUT, running),
                abandoned(CHECKOUT, running, "late"),
                finished(CHECKOUT, ended("2", TestRunStatus.PASSED)));

        assertThat(end.stopReason()).isNull();
        assertThat(signals).isEmpty();
    }

    /** As when a resumed batch emits the events from its journal, which come faster than they are taken. */
    @Test
    void failFastStopsTheBatchBeforeItsNextEvent() {
        failFast = true;
        List<BatchEvent> replayed = IntStream.range(0, 100)
                .mapToObj(number ->
                        number == 2 ? List.of(failed(BatchItem.test("test-2"), "gone")) : passing("test-" + number))
                .flatMap(List::stream)
                .toList();

        BatchRun.End end = follow(stops -> record(stops)
                .concatWith(Flux.<BatchEvent, Integer>generate(() -> 0, (next, sink) -> {
                            if (signals.isEmpty()) {
                                sink.next(replayed.get(next));
                            } else {
                                sink.complete();
                            }
                            return next + 1;
                        })
                        .subscribeOn(Schedulers.parallel())));

        assertThat(end.stopReason()).isEqualTo(StopReason.FAIL_FAST);
        assertThat(progress.totals().overall().passed()).isEqualTo(2);
        assertThat(progress.totals().overall().failedItems()).isEqualTo(1);
    }

    @Test
    void anInterruptionOutweighsAFailure() {
        failFast = true;
        interruption = Mono.delay(Duration.ofSeconds(1), timer).then();

        BatchRun.End end = follow(stops -> advancing(
                Duration.ofSeconds(1),
                until(StopSignal.LEAVE, stops)
                        .startWith(failed(CHECKOUT, "gone"))
                        .concatWith(Mono.just(failed(TEST, "gone")))));

        assertThat(end.stopReason()).isEqualTo(StopReason.INTERRUPTED);
        assertThat(signals).containsExactly("TRIGGER_NO_MORE after 0 ms", "LEAVE after 1000 ms");
    }

    static Stream<Arguments> errors() {
        return Stream.of(
                Arguments.of(
                        new UnauthorizedException(FailedCall.none().withResponse(401, null, null), ApiErrors.none()),
                        StopReason.KEY_REJECTED),
                Arguments.of(
                        new JournalException(JournalException.Reason.UNWRITABLE, "full"), StopReason.JOURNAL_FAILED),
                Arguments.of(new IllegalStateException("?"), StopReason.ERROR),
                Arguments.of(new AssertionError("?"), StopReason.ERROR));
    }

    @ParameterizedTest
    @MethodSource("errors")
    void anErrorOfTheBatchEndsTheRunAfterItsEvents(Throwable error, StopReason reason) {
        BatchRun.End end =
                follow(stops -> Flux.concat(Mono.just(triggered(CHECKOUT, PENDING)), Flux.<BatchEvent>error(error)));

        assertThat(end.error()).isSameAs(error);
        assertThat(end.stopReason()).isEqualTo(reason);
        assertThat(shown).containsExactly("begin 0", "end 1");
    }

    @ParameterizedTest
    @MethodSource("errors")
    void anErrorAfterAnInterruptionIsNoReasonToStop(Throwable error, StopReason reason) {
        interruption = Mono.empty();

        BatchRun.End end = follow(stops -> Flux.error(error));

        assertThat(end.error()).isSameAs(error);
        assertThat(end.stopReason()).isEqualTo(StopReason.INTERRUPTED).isNotEqualTo(reason);
    }

    @Test
    void anErrorOutweighsAFailure() {
        failFast = true;
        IllegalStateException error = new IllegalStateException("?");

        BatchRun.End end =
                follow(stops -> Flux.concat(Mono.just(failed(CHECKOUT, "gone")), Flux.<BatchEvent>error(error)));

        assertThat(end.error()).isSameAs(error);
        assertThat(end.stopReason()).isEqualTo(StopReason.ERROR);
    }

    @Test
    void aBatchThatCannotBeCreatedEndsTheRun() {
        IllegalStateException error = new IllegalStateException("?");

        BatchRun.End end = follow(stops -> {
            throw error;
        });

        assertThat(end.error()).isSameAs(error);
        assertThat(shown).containsExactly("begin 0", "end 0");
    }

    static Stream<Throwable> defects() {
        return Stream.of(
                new IllegalStateException("?"),
                new OutOfMemoryError("?"),
                new StackOverflowError(),
                new NoClassDefFoundError("?"));
    }

    @ParameterizedTest
    @MethodSource("defects")
    void anErrorInAStepEndsTheRun(Throwable defect) {
        explanation = failure -> {
            throw BatchRunTest.<RuntimeException>unchecked(defect);
        };
        PublisherProbe<BatchEvent> batch =
                PublisherProbe.of(Flux.concat(Mono.just(failed(CHECKOUT, "gone")), Flux.never()));

        BatchRun.End end = follow(stops -> batch.flux());

        assertThat(end.error()).isSameAs(defect);
        assertThat(end.stopReason()).isEqualTo(StopReason.ERROR);
        batch.assertWasCancelled();
        assertThat(shown).containsExactly("begin 0", "end 0");
    }

    @ParameterizedTest
    @MethodSource("defects")
    void anErrorOfTheDisplayEndsTheRun(Throwable defect) {
        display = new RecordingDisplay() {
            @Override
            public void update(Progress known, Duration elapsed) {
                throw BatchRunTest.<RuntimeException>unchecked(defect);
            }
        };
        PublisherProbe<BatchEvent> batch = PublisherProbe.of(advancing(Duration.ofSeconds(1), Flux.never()));

        BatchRun.End end = follow(stops -> batch.flux());

        assertThat(end.error()).isSameAs(defect);
        assertThat(end.stopReason()).isEqualTo(StopReason.ERROR);
        batch.assertWasCancelled();
        assertThat(shown).containsExactly("begin 0", "end 0");
    }

    @ParameterizedTest
    @MethodSource("defects")
    void aDisplayThatCannotBeginPreventsTheBatch(Throwable defect) {
        display = new RecordingDisplay() {
            @Override
            public void begin(Progress known) {
                throw BatchRunTest.<RuntimeException>unchecked(defect);
            }
        };
        PublisherProbe<BatchEvent> batch = PublisherProbe.empty();

        BatchRun.End end = follow(stops -> batch.flux());

        assertThat(end.error()).isSameAs(defect);
        batch.assertWasNotSubscribed();
        assertThat(shown).containsExactly("end 0");
    }

    @ParameterizedTest
    @MethodSource("defects")
    void aDisplayThatCannotEndDoesNotHideTheResult(Throwable defect) {
        display = new RecordingDisplay() {
            @Override
            public void end(Progress known, Duration elapsed) {
                throw BatchRunTest.<RuntimeException>unchecked(defect);
            }
        };

        BatchRun.End end = follow(failed(CHECKOUT, "gone"));

        assertThat(end.error()).isSameAs(defect);
        assertThat(end.causes()).containsOnlyKeys("gone");
    }

    @Test
    void keepsTheFirstError() {
        IllegalStateException first = new IllegalStateException("first");
        AtomicInteger explained = new AtomicInteger();
        explanation = failure -> {
            throw explained.getAndIncrement() == 0 ? first : new IllegalStateException("later");
        };

        BatchRun.End end = follow(stops -> Flux.concat(
                Flux.just(failed(CHECKOUT, "gone"), failed(TEST, "gone")),
                Flux.<BatchEvent>error(new IllegalStateException("last"))));

        assertThat(end.error()).isSameAs(first);
    }

    @SuppressWarnings("unchecked")
    private static <E extends Throwable> E unchecked(Throwable defect) throws E {
        throw (E) defect;
    }

    @Test
    void keepsTheFirstCauseOfEachDescription() {
        BatchEvent first = failed(CHECKOUT, "gone");

        BatchRun.End end = follow(
                first,
                failed(TEST, "gone"),
                unknown(BatchItem.test("u"), "lost"),
                notStarted(CHECKOUT, "v", "refused"),
                notStarted(CHECKOUT, "w", null),
                abandoned(CHECKOUT, PENDING, "late"));

        assertThat(end.causes())
                .contains(entry("gone", ((BatchEvent.TriggerFailed) first).error()))
                .containsOnlyKeys("gone", "lost", "refused", "late");
        assertThat(end.stopReason()).isNull();
    }

    @Test
    void keepsFewCauses() {
        BatchRun.End end = follow(IntStream.range(0, 200)
                .mapToObj(number -> failed(TEST, "problem " + number))
                .toArray(BatchEvent[]::new));

        assertThat(end.causes()).hasSize(100).containsKeys("problem 0", "problem 99");
    }

    /** BlockHound checks that threads of the client do not wait for the thread that writes. */
    @Test
    void receivesAllEventsOfManyThreads() {
        int runs = 20_000;
        TestRun[] started = IntStream.range(0, runs)
                .mapToObj(number -> Runs.unfinished(Integer.toString(number), "t", TestRunStatus.PENDING))
                .toArray(TestRun[]::new);
        time = Schedulers.parallel();
        failFast = true;
        for (int round = 0; round < 10; round++) {
            progress = Events.ofSuites("checkout");

            follow(stops -> Flux.concat(
                    Mono.just(triggered(CHECKOUT, started)),
                    Flux.range(0, runs)
                            .parallel(4)
                            .runOn(Schedulers.parallel())
                            .map(number -> changed(
                                    CHECKOUT, Runs.unfinished(Integer.toString(number), "t", TestRunStatus.RUNNING)))
                            .sequential()));

            assertThat(progress.totals().overall().running())
                    .as("round %d", round)
                    .isEqualTo(runs);
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

    private class RecordingDisplay implements Display {

        @Override
        public void begin(Progress known) {
            shown.add("begin " + known.totals().overall().runs());
        }

        @Override
        public void update(Progress known, Duration elapsed) {
            shown.add("update " + known.totals().overall().runs() + " after " + elapsed);
        }

        @Override
        public void end(Progress known, Duration elapsed) {
            shown.add("end " + known.totals().overall().runs());
        }
    }
}
