package io.github.telnyxreactive.cli.internal.running;

import io.github.telnyxreactive.bulk.BatchEvent;
import io.github.telnyxreactive.bulk.BatchItem;
import io.github.telnyxreactive.bulk.RunTotals;
import io.github.telnyxreactive.cli.internal.console.Display;
import io.github.telnyxreactive.cli.internal.state.BatchChange;
import io.github.telnyxreactive.cli.internal.state.BatchChange.NamesRead;
import io.github.telnyxreactive.cli.internal.state.BatchChange.NotStarted;
import io.github.telnyxreactive.cli.internal.state.BatchChange.Paused;
import io.github.telnyxreactive.cli.internal.state.BatchChange.RunEnded;
import io.github.telnyxreactive.cli.internal.state.BatchChange.TriggerFailed;
import io.github.telnyxreactive.cli.internal.state.BatchState;
import io.github.telnyxreactive.cli.internal.state.StopReason;
import io.github.telnyxreactive.error.UnauthorizedException;
import io.github.telnyxreactive.model.testrun.TestRunStatus;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/**
 * Merges events, timer ticks and an interruption by the user on one thread that may block. This thread alone emits work,
 * changes the state and writes while the batch runs, so that the state needs no lock and no thread of the client ever waits
 * for a console or a disk.
 */
public final class BatchRun {

    private static final Duration TICK = Duration.ofMillis(200);

    /** How long an interruption waits for the responses to triggering requests. */
    private static final Duration GRACE = Duration.ofSeconds(3);

    /** How long the end waits for names. */
    private static final Duration PATIENCE_FOR_NAMES = Duration.ofSeconds(10);

    private static final String DOUBTFUL = "it is not known whether it was triggered; --resume finds out";

    private final Settings settings;
    private final Recorder recorder;
    private final Scheduler thread = Schedulers.newBoundedElastic(1, Integer.MAX_VALUE, "telnyx-batch", 60, true);
    private final WorkSource work;
    private final Sinks.Empty<Void> cut = Sinks.empty();
    private final Sinks.Empty<Void> allResponded = Sinks.empty();
    private final EventTranslator translator;
    private volatile Sinks.Empty<Void> expired = Sinks.empty();
    private boolean isExpired;
    private boolean interrupted;
    private volatile @Nullable UnauthorizedException rejection;
    private @Nullable Throwable missingNames;

    /**
     * The settings of a run.
     *
     * @param display shows the progress
     * @param clock the clock
     * @param timer schedules when the progress is shown
     * @param interruption completes when the user interrupts the batch
     * @param mayTrigger whether anything may be triggered, rather than only followed
     * @param failFast whether the first run that does not pass ends the triggering
     * @param explanation describes an error in one line
     */
    public record Settings(
            Display display,
            InstantSource clock,
            Scheduler timer,
            Mono<Void> interruption,
            boolean mayTrigger,
            boolean failFast,
            Function<Throwable, String> explanation) {}

    /**
     * Creates a run, which can be followed once.
     *
     * @param settings the settings
     * @param recorder records what is done and becomes known
     */
    public BatchRun(Settings settings, Recorder recorder) {
        this.settings = settings;
        this.recorder = recorder;
        this.work = new WorkSource(recorder, settings.clock(), thread);
        this.translator = new EventTranslator(recorder.state().items(), settings.explanation());
    }

    /**
     * Emits the work, records all events until there are no more or the user interrupts the batch, and shows the progress.
     * Blocks until then.
     *
     * @param batch runs items, and returns their events
     * @param names reads the names of tests
     */
    public void follow(Function<Flux<BatchItem>, Flux<BatchEvent>> batch, NameReader names) {
        Instant start = settings.clock().instant();
        BatchState state = recorder.state();
        stopIfFailed(state);
        settle();
        Flux<Runnable> changes = rounds(batch);
        Flux<Runnable> views = ticks().map(tick -> () -> {
            expire();
            settings.display().update(state, since(start));
        });
        Flux<Runnable> steps = changes.publish(shared ->
                        Flux.merge(shared, names(names, shared.ignoreElements().then())))
                .publish(shared ->
                        Flux.merge(shared, Flux.merge(views, interruptions()).takeUntilOther(shared.ignoreElements())))
                .takeUntilOther(cut.asMono());
        settings.display().begin(state);
        try {
            // Not by toStream(), since threads of the client would sometimes wait for its lock.
            steps.publishOn(thread).doOnNext(Runnable::run).then().block();
            work.withdraw();
            if (rejection != null) {
                work.stop(StopReason.KEY_REJECTED);
            }
            recorder.state().end(DOUBTFUL);
            recorder.record(new Paused(settings.clock().instant().atOffset(ZoneOffset.UTC)));
        } finally {
            settings.display().end(state, since(start));
            thread.dispose();
        }
    }

    /**
     * Takes all changes, and emits nothing. A round ends early if an item in flight may not be triggered any more, since only
     * cancelling the batch stops its requests; the next round continues with everything else.
     */
    private Flux<Runnable> rounds(Function<Flux<BatchItem>, Flux<BatchEvent>> batch) {
        return Flux.defer(() -> {
                    expired = Sinks.empty();
                    return batch.apply(work.items()).takeUntilOther(expired.asMono());
                })
                .onErrorResume(UnauthorizedException.class, revoked -> Mono.fromRunnable(() -> rejection = revoked))
                .publishOn(thread)
                .doOnNext(event -> take(translator.translate(event)))
                .repeat(this::isCutShort)
                .thenMany(Flux.empty());
    }

    private void expire() {
        if (!isExpired && work.expire()) {
            isExpired = true;
            expired.tryEmitEmpty();
        }
    }

    private boolean isCutShort() {
        boolean again = isExpired && rejection == null;
        if (again) {
            isExpired = false;
            work.restart();
        }
        return again;
    }

    /**
     * Returns why the service has ended the batch.
     *
     * @return the error with which it has rejected the API key, {@code null} if it has not
     */
    public @Nullable UnauthorizedException rejection() {
        return rejection;
    }

    /**
     * Returns why names of tests could not be read.
     *
     * @return the error, {@code null} if there was none
     */
    public @Nullable Throwable missingNames() {
        return missingNames;
    }

    private void take(BatchChange change) {
        recorder.record(change);
        if (recorder.failure() != null) {
            work.stopTriggering(StopReason.JOURNAL_FAILED);
        }
        if (settings.failFast() && isFailure(change)) {
            work.stop(StopReason.FAIL_FAST);
        }
        settle();
    }

    private static boolean isFailure(BatchChange change) {
        return change instanceof TriggerFailed
                || change instanceof NotStarted
                || (change instanceof RunEnded ended && !ended.run().status().equals(TestRunStatus.PASSED));
    }

    /** A resumed batch may have failed before. */
    private void stopIfFailed(BatchState state) {
        RunTotals runs = state.totals().overall();
        if (settings.failFast() && runs.failed() + runs.error() > 0) {
            work.stop(StopReason.FAIL_FAST);
        }
        if (!settings.mayTrigger()) {
            work.stopTriggering(StopReason.MAX_RUNS);
        }
    }

    /** Names are read while the runs proceed, once everything is triggered; soon after the end, the rest is left out. */
    private Flux<Runnable> names(NameReader names, Mono<Void> end) {
        Mono<Long> late = end.then(Mono.delay(PATIENCE_FOR_NAMES, settings.timer()));
        return Mono.firstWithSignal(allResponded.asMono(), end)
                .publishOn(thread)
                .thenMany(Flux.defer(() -> names.missing(recorder.state())))
                .<Runnable>map(read -> () -> recorder.record(new NamesRead(read)))
                .onErrorResume(reason -> Mono.just(() -> missingNames = reason))
                .takeUntilOther(late);
    }

    private Flux<Runnable> interruptions() {
        Runnable stop = () -> {
            interrupted = true;
            work.stop(StopReason.INTERRUPTED);
            settle();
        };
        Runnable end = cut::tryEmitEmpty;
        return settings.interruption()
                .thenMany(Flux.concat(
                        Mono.just(stop), Mono.delay(GRACE, settings.timer()).thenReturn(end)));
    }

    private void settle() {
        if (recorder.state().waiting() == 0) {
            allResponded.tryEmitEmpty();
        }
        if (interrupted && recorder.state().inFlight() == 0) {
            cut.tryEmitEmpty();
        }
    }

    /** A slow console does not have to catch up on ticks that it missed. */
    private Flux<Long> ticks() {
        return Flux.interval(TICK, TICK, settings.timer()).onBackpressureDrop();
    }

    private Duration since(Instant start) {
        return Duration.between(start, settings.clock().instant());
    }
}
