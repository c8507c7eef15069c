package io.github.telnyxreactive.batch.running;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.telnyxreactive.batch.Runs;
import io.github.telnyxreactive.batch.console.Display;
import io.github.telnyxreactive.batch.progress.BatchProgress;
import io.github.telnyxreactive.batch.progress.SuiteEvent;
import io.github.telnyxreactive.batch.progress.SuiteEvent.Ended;
import io.github.telnyxreactive.batch.progress.SuiteEvent.RunChanged;
import io.github.telnyxreactive.model.testrun.TestRunStatus;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import reactor.blockhound.BlockingOperationError;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import reactor.test.publisher.PublisherProbe;
import reactor.test.scheduler.VirtualTimeScheduler;

class BatchRunTest {

    private static final SuiteEvent SEEN = new RunChanged("checkout", Runs.unfinished("1", "t", TestRunStatus.RUNNING));

    private final VirtualTimeScheduler timer = VirtualTimeScheduler.create();
    private final InstantSource clock = () -> Instant.ofEpochMilli(timer.now(TimeUnit.MILLISECONDS));
    private final List<String> shown = new ArrayList<>();
    private final BatchProgress progress = new BatchProgress(List.of("checkout"));

    private BatchRun run(Mono<Void> interruption) {
        return new BatchRun(new RecordingDisplay(), clock, timer, interruption);
    }

    @Test
    void eventsAreTakenNoteOfAndShownSeveralTimesASecond() {
        Flux<SuiteEvent> events = Flux.just(SEEN).concatWith(Flux.defer(() -> {
            timer.advanceTimeBy(Duration.ofSeconds(1));
            return Flux.just(new Ended("checkout"));
        }));

        Duration elapsed = run(Mono.never()).follow(events, progress);

        assertThat(elapsed).isEqualTo(Duration.ofSeconds(1));
        assertThat(progress.suitesWithoutResult()).isZero();
        assertThat(progress.counts().running()).isEqualTo(1);
        assertThat(progress.isInterrupted()).isFalse();
        assertThat(shown).hasSize(7).startsWith("begin 0").endsWith("end 1");
        assertThat(shown.subList(1, 6)).allMatch(line -> line.startsWith("update 1"));
    }

    @Test
    void anInterruptionCancelsTheEvents() {
        PublisherProbe<SuiteEvent> events = PublisherProbe.of(Flux.never());

        run(Mono.empty()).follow(events.flux(), progress);

        assertThat(progress.isInterrupted()).isTrue();
        assertThat(shown).containsExactly("begin 0", "end 0");
        assertThat(events.wasCancelled()).isEqualTo(events.wasSubscribed());
    }

    @Test
    void anInterruptionLaterCancelsTheEventsToo() {
        Flux<SuiteEvent> silence =
                Flux.<SuiteEvent>never().doOnSubscribe(subscription -> timer.advanceTimeBy(Duration.ofSeconds(2)));
        PublisherProbe<SuiteEvent> events = PublisherProbe.of(Flux.just(SEEN).concatWith(silence));
        Mono<Void> interruption = Mono.delay(Duration.ofSeconds(1), timer).then();

        run(interruption).follow(events.flux(), progress);

        events.assertWasCancelled();
        assertThat(progress.isInterrupted()).isTrue();
        assertThat(shown).last().isEqualTo("end 1");
    }

    @Test
    void theDisplayIsEndedWhateverHappens() {
        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> run(Mono.never()).follow(Flux.just(new Ended("elsewhere")), progress));

        assertThat(shown).containsExactly("begin 0", "end 0");
    }

    /** The threads of the client must not wait for the one that writes, which BlockHound watches here. */
    @RepeatedTest(20)
    @Timeout(20)
    void eventsOfManyThreadsAllArrive() {
        int runs = 50_000;
        Flux<SuiteEvent> events = Flux.range(0, runs)
                .parallel(4)
                .runOn(Schedulers.parallel())
                .<SuiteEvent>map(number -> new RunChanged(
                        "checkout", Runs.unfinished(Integer.toString(number), "t", TestRunStatus.RUNNING)))
                .sequential();

        new BatchRun(new RecordingDisplay(), clock, Schedulers.parallel(), Mono.never()).follow(events, progress);

        assertThat(progress.counts().running()).isEqualTo(runs);
    }

    @Test
    void blockingWhereNothingMayBlockFails() {
        Mono<Object> blocking = Mono.fromCallable(() -> new CountDownLatch(1).await(1, TimeUnit.MILLISECONDS))
                .subscribeOn(Schedulers.parallel())
                .cast(Object.class);

        assertThatExceptionOfType(RuntimeException.class)
                .isThrownBy(blocking::block)
                .withCauseInstanceOf(BlockingOperationError.class);
    }

    private final class RecordingDisplay implements Display {

        @Override
        public void begin(BatchProgress known) {
            shown.add("begin " + known.counts().total());
        }

        @Override
        public void update(BatchProgress known, Duration elapsed) {
            shown.add("update " + known.counts().total() + " after " + elapsed);
        }

        @Override
        public void end(BatchProgress known, Duration elapsed) {
            shown.add("end " + known.counts().total());
        }
    }
}
