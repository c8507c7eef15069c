package io.github.telnyxreactive.batch.running;

import io.github.telnyxreactive.batch.console.Display;
import io.github.telnyxreactive.batch.progress.BatchProgress;
import io.github.telnyxreactive.batch.progress.SuiteEvent;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicBoolean;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/**
 * Brings together what happens, the passing of time and the user's wish to stop, on one thread that may block: it alone
 * changes the state and writes while the suites run, so that the state needs no lock and no thread of the client ever
 * waits for a console.
 */
public final class BatchRun {

    private static final Duration TICK = Duration.ofMillis(200);

    private final Display display;
    private final InstantSource clock;
    private final Scheduler timer;
    private final Mono<Void> interruption;

    /**
     * Sets a run up.
     *
     * @param display shows how far it has come
     * @param clock tells how long it has taken
     * @param timer times when it is shown
     * @param interruption completes when the user wants to stop
     */
    public BatchRun(Display display, InstantSource clock, Scheduler timer, Mono<Void> interruption) {
        this.display = display;
        this.clock = clock;
        this.timer = timer;
        this.interruption = interruption;
    }

    /**
     * Takes note of all events until there are no more or the user wants to stop, and shows how far it has come. Blocks
     * until then.
     *
     * @param events what happens
     * @param progress where to take note
     * @return how long it took
     */
    public Duration follow(Flux<SuiteEvent> events, BatchProgress progress) {
        Instant start = clock.instant();
        Flux<Runnable> changes = events.map(event -> () -> progress.apply(event));
        Flux<Runnable> views = ticks().map(tick -> () -> display.update(progress, elapsed(start)));
        AtomicBoolean interrupted = new AtomicBoolean();
        Flux<Runnable> steps = changes.publish(
                        shared -> Flux.merge(shared, views.takeUntilOther(shared.ignoreElements())))
                .takeUntilOther(interruption.doOnSuccess(nothing -> interrupted.set(true)));
        display.begin(progress);
        try {
            // Not by toStream(), whose lock a thread of the client would have to wait for now and then.
            steps.publishOn(Schedulers.boundedElastic())
                    .doOnNext(Runnable::run)
                    .then()
                    .block();
        } finally {
            display.end(progress, elapsed(start));
        }
        if (interrupted.get()) {
            progress.interrupt();
        }
        return elapsed(start);
    }

    /** A console that takes its time does not have to catch up on what would have been shown in the meantime. */
    private Flux<Long> ticks() {
        return Flux.interval(TICK, TICK, timer).onBackpressureDrop();
    }

    private Duration elapsed(Instant start) {
        return Duration.between(start, clock.instant());
    }
}
