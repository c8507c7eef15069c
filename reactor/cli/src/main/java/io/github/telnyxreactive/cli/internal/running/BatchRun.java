package io.github.telnyxreactive.cli.internal.running;

import io.github.telnyxreactive.bulk.BatchEvent;
import io.github.telnyxreactive.bulk.JournalException;
import io.github.telnyxreactive.bulk.StopSignal;
import io.github.telnyxreactive.cli.internal.console.Display;
import io.github.telnyxreactive.cli.internal.state.Progress;
import io.github.telnyxreactive.cli.internal.state.StopReason;
import io.github.telnyxreactive.error.UnauthorizedException;
import io.github.telnyxreactive.model.testrun.TestRunStatus;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/**
 * Merges events, timer ticks and an interruption by the user on one thread that may block. This thread alone changes the
 * progress and writes while the batch runs, so that no thread of the client ever waits for a console.
 */
public final class BatchRun {

    private static final Duration TICK = Duration.ofMillis(200);

    private final Settings settings;
    private final Progress progress;
    private final Scheduler thread = Schedulers.newBoundedElastic(1, Integer.MAX_VALUE, "telnyx-batch", 60, true);
    private final Sinks.One<StopSignal> noMore = Sinks.one();
    private final GracefulStop stop = new GracefulStop();
    private final Sinks.Empty<Void> cut = Sinks.empty();
    private final Causes causes;
    private @Nullable StopReason stopReason;
    private @Nullable Throwable error;

    /**
     * The settings of a run.
     *
     * @param display shows the progress
     * @param clock the clock
     * @param timer schedules when the progress is shown
     * @param interruption completes when the user interrupts the batch
     * @param failFast whether the first run that does not pass ends the triggering
     * @param explanation describes an error in one line
     */
    public record Settings(
            Display display,
            InstantSource clock,
            Scheduler timer,
            Mono<Void> interruption,
            boolean failFast,
            Function<Throwable, String> explanation) {}

    /**
     * How a run has ended.
     *
     * @param stopReason why not everything was triggered, {@code null} if nothing has stopped it
     * @param error the error that has ended it, {@code null} if there was none
     * @param causes errors by their description
     */
    public record End(
            @Nullable StopReason stopReason, @Nullable Throwable error, Map<String, Throwable> causes) {

        /** The end of a batch in which nothing was left to do. */
        public static final End COMPLETE = new End(null, null, Map.of());
    }

    /**
     * Creates a run, which can be followed once.
     *
     * @param settings the settings
     * @param progress takes the events
     */
    public BatchRun(Settings settings, Progress progress) {
        this.settings = settings;
        this.progress = progress;
        this.causes = new Causes(settings.explanation());
    }

    /**
     * Takes all events until there are no more or the user interrupts the batch, and shows the progress. Blocks until then.
     *
     * @param batch runs the batch until it is stopped, and returns its events
     * @return how it has ended
     */
    public End follow(Function<Publisher<StopSignal>, Flux<BatchEvent>> batch) {
        Instant start = settings.clock().instant();
        Flux<Runnable> events = Flux.defer(() -> batch.apply(stops()))
                .doOnNext(this::stopAfterFailure)
                .<Runnable>map(event -> () -> take(event))
                .onErrorResume(failure -> Mono.just(() -> fail(failure)));
        Flux<Runnable> views = ticks().map(tick -> () -> settings.display().update(progress, since(start)));
        Flux<Runnable> steps = events.publish(shared ->
                        Flux.merge(shared, Flux.merge(views, interruptions()).takeUntilOther(shared.ignoreElements())))
                .takeUntilOther(cut.asMono());
        perform(() -> settings.display().begin(progress));
        try {
            if (error == null) {
                // Not by toStream(), since threads of the client would sometimes wait for its lock.
                steps.publishOn(thread).doOnNext(this::perform).then().block();
            }
        } finally {
            perform(() -> settings.display().end(progress, since(start)));
            thread.dispose();
        }
        return new End(stop.isInterrupted() ? StopReason.INTERRUPTED : stopReason, error, causes.byDescription());
    }

    /** No error may end the thread, since whoever waits for the end would never hear of it. */
    private void perform(Runnable step) {
        try {
            step.run();
        } catch (RuntimeException | Error e) {
            fail(e);
            cut.tryEmitEmpty();
        }
    }

    private void take(BatchEvent event) {
        progress.accept(event);
        causes.accept(event);
        if (stopReason == null && settings.failFast() && isFailure(event)) {
            stopReason = StopReason.FAIL_FAST;
        }
    }

    /** On the thread of the client, before it triggers anything else. */
    private void stopAfterFailure(BatchEvent event) {
        if (settings.failFast() && isFailure(event)) {
            noMore.tryEmitValue(StopSignal.TRIGGER_NO_MORE);
        }
    }

    private Flux<StopSignal> stops() {
        return Flux.merge(noMore.asMono(), stop.signals());
    }

    private static boolean isFailure(BatchEvent event) {
        return event instanceof BatchEvent.TriggerFailed
                || event instanceof BatchEvent.OutcomeUnknown
                || event instanceof BatchEvent.NotStarted
                || (event instanceof BatchEvent.Finished finished
                        && !TestRunStatus.PASSED.equals(finished.run().status()));
    }

    private void fail(Throwable failure) {
        if (error != null) {
            // What went wrong first may be why.
            return;
        }
        error = failure;
        if (failure instanceof UnauthorizedException) {
            stopReason = StopReason.KEY_REJECTED;
        } else if (failure instanceof JournalException) {
            stopReason = StopReason.JOURNAL_FAILED;
        } else {
            stopReason = StopReason.ERROR;
        }
    }

    /** Not by the thread, so that the batch is stopped even while a console blocks it. */
    private Flux<Runnable> interruptions() {
        return stop.on(settings.interruption(), settings.timer()).thenMany(Flux.empty());
    }

    /** A slow console does not have to catch up on ticks that it missed. */
    private Flux<Long> ticks() {
        return Flux.interval(TICK, TICK, settings.timer()).onBackpressureDrop();
    }

    private Duration since(Instant start) {
        return Duration.between(start, settings.clock().instant());
    }
}
