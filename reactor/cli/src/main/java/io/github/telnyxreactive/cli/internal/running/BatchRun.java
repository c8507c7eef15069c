package io.github.telnyxreactive.cli.internal.running;

import io.github.telnyxreactive.bulk.BatchEvent;
import io.github.telnyxreactive.bulk.BatchItem;
import io.github.telnyxreactive.cli.internal.console.Display;
import io.github.telnyxreactive.cli.internal.progress.BatchChange;
import io.github.telnyxreactive.cli.internal.progress.BatchChange.NamesRead;
import io.github.telnyxreactive.cli.internal.progress.BatchChange.Paused;
import io.github.telnyxreactive.cli.internal.progress.BatchChange.RunEnded;
import io.github.telnyxreactive.cli.internal.progress.BatchChange.TriggerFailed;
import io.github.telnyxreactive.cli.internal.progress.BatchProgress;
import io.github.telnyxreactive.cli.internal.progress.ItemProgress;
import io.github.telnyxreactive.cli.internal.progress.StopReason;
import io.github.telnyxreactive.model.testrun.TestRunStatus;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/**
 * Brings together what happens, the passing of time and the user's wish to stop, on one thread that may block: it alone
 * hands out work, changes the state and writes while the batch runs, so that the state needs no lock and no thread of the
 * client ever waits for a console or a disk.
 */
public final class BatchRun {

    private static final Duration TICK = Duration.ofMillis(200);

    /** How long an interruption is held up for answers to what was triggered. */
    private static final Duration GRACE = Duration.ofSeconds(3);

    /** How long the end is held up for names. */
    private static final Duration PATIENCE_FOR_NAMES = Duration.ofSeconds(10);

    private static final String DOUBTFUL = "it is not known whether it was triggered; --resume finds out";

    private final Settings settings;
    private final Recorder recorder;
    private final Scheduler thread = Schedulers.newBoundedElastic(1, Integer.MAX_VALUE, "telnyx-batch", 60, true);
    private final WorkSource work;
    private final Sinks.Empty<Void> cut = Sinks.empty();
    private final Sinks.Empty<Void> allAnswered = Sinks.empty();
    private final EventTranslator translator;
    private boolean interrupted;
    private @Nullable Throwable missingNames;

    /**
     * What a run needs to know.
     *
     * @param display shows how far it has come
     * @param clock tells the time
     * @param timer times when it is shown
     * @param interruption completes when the user wants to stop
     * @param deadline how long everything may take
     * @param failFast whether the first run that does not pass ends the triggering
     * @param explanation says in one line what went wrong
     */
    public record Settings(
            Display display,
            InstantSource clock,
            Scheduler timer,
            Mono<Void> interruption,
            Duration deadline,
            boolean failFast,
            Function<Throwable, String> explanation) {}

    /**
     * Sets a run up, which can be followed once.
     *
     * @param settings what it needs to know
     * @param recorder takes note of what is done and learnt
     */
    public BatchRun(Settings settings, Recorder recorder) {
        this.settings = settings;
        this.recorder = recorder;
        this.work = new WorkSource(recorder, settings.clock(), settings.deadline(), thread);
        List<BatchItem> items =
                recorder.progress().items().stream().map(ItemProgress::item).toList();
        this.translator = new EventTranslator(items, settings.explanation());
    }

    /**
     * Hands out the work, takes note of all events until there are no more or the user wants to stop, and shows how far it
     * has come. Blocks until then.
     *
     * @param batch runs items, and tells what happens
     * @param names reads the names of tests
     */
    public void follow(Function<Flux<BatchItem>, Flux<BatchEvent>> batch, NameReader names) {
        Instant start = settings.clock().instant();
        BatchProgress progress = recorder.progress();
        stopIfFailed(progress);
        settle();
        Flux<Runnable> changes =
                batch.apply(work.items()).map(translator::translate).map(change -> () -> take(change));
        Flux<Runnable> views = ticks().map(tick -> () -> settings.display().update(progress, since(start)));
        Flux<Runnable> steps = changes.publish(shared ->
                        Flux.merge(shared, names(names, shared.ignoreElements().then())))
                .publish(shared ->
                        Flux.merge(shared, Flux.merge(views, interruptions()).takeUntilOther(shared.ignoreElements())))
                .takeUntilOther(cut.asMono());
        settings.display().begin(progress);
        try {
            // Not by toStream(), whose lock a thread of the client would have to wait for now and then.
            steps.publishOn(thread).doOnNext(Runnable::run).then().block();
            work.withdraw();
            recorder.progress().end(DOUBTFUL);
            recorder.record(new Paused(settings.clock().instant().atOffset(ZoneOffset.UTC)));
        } finally {
            settings.display().end(progress, since(start));
            thread.dispose();
        }
    }

    /**
     * Returns why names of tests could not be read.
     *
     * @return the reason, {@code null} if nothing went wrong
     */
    public @Nullable Throwable missingNames() {
        return missingNames;
    }

    private void take(BatchChange change) {
        recorder.record(change);
        if (settings.failFast() && isFailure(change)) {
            work.stop(StopReason.FAIL_FAST);
        }
        settle();
    }

    private static boolean isFailure(BatchChange change) {
        return change instanceof TriggerFailed
                || (change instanceof RunEnded ended && !ended.run().status().equals(TestRunStatus.PASSED));
    }

    /** A batch that goes on may have failed before. */
    private void stopIfFailed(BatchProgress progress) {
        if (settings.failFast()
                && progress.counts().failed() + progress.counts().error() > 0) {
            work.stop(StopReason.FAIL_FAST);
        }
    }

    /** Names are read beside the runs once everything is triggered, and what is known of them soon after the end is enough. */
    private Flux<Runnable> names(NameReader names, Mono<Void> end) {
        Mono<Long> late = end.then(Mono.delay(PATIENCE_FOR_NAMES, settings.timer()));
        return Mono.firstWithSignal(allAnswered.asMono(), end)
                .publishOn(thread)
                .thenMany(Flux.defer(() -> names.missing(recorder.progress())))
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
        if (recorder.progress().waiting() == 0) {
            allAnswered.tryEmitEmpty();
        }
        if (interrupted && recorder.progress().inFlight() == 0) {
            cut.tryEmitEmpty();
        }
    }

    /** A console that takes its time does not have to catch up on what would have been shown in the meantime. */
    private Flux<Long> ticks() {
        return Flux.interval(TICK, TICK, settings.timer()).onBackpressureDrop();
    }

    private Duration since(Instant start) {
        return Duration.between(start, settings.clock().instant());
    }
}
