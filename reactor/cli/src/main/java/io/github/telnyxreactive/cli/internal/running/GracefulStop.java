package io.github.telnyxreactive.cli.internal.running;

import io.github.telnyxreactive.bulk.StopSignal;
import java.time.Duration;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.core.scheduler.Scheduler;

/** Stops a batch when the user interrupts it: in good order at first, and at once when that takes too long. */
public final class GracefulStop {

    /** How long an interruption waits for the responses to triggering requests. */
    private static final Duration GRACE = Duration.ofSeconds(3);

    private final Sinks.One<StopSignal> leave = Sinks.one();
    private final Sinks.One<StopSignal> leaveAtOnce = Sinks.one();
    private volatile boolean isInterrupted;

    /** Creates a stop that is not interrupted yet. */
    public GracefulStop() {}

    /**
     * Returns when and how to stop.
     *
     * @return the signals so far, and later ones
     */
    public Flux<StopSignal> signals() {
        return Flux.merge(leave.asMono(), leaveAtOnce.asMono());
    }

    /**
     * Stops the batch when the user interrupts it.
     *
     * @param interruption completes when the user does
     * @param timer for the wait
     * @return never completes
     */
    public Mono<Void> on(Mono<Void> interruption, Scheduler timer) {
        return interruption
                .then(Mono.fromRunnable(this::interrupted))
                .then(Mono.delay(GRACE, timer))
                .doOnNext(late -> leaveAtOnce.tryEmitValue(StopSignal.LEAVE_AT_ONCE))
                .then(Mono.never());
    }

    private void interrupted() {
        // First, since the batch may end at once.
        isInterrupted = true;
        leave.tryEmitValue(StopSignal.LEAVE);
    }

    /**
     * Returns whether the user has interrupted the batch.
     *
     * @return whether it was stopped
     */
    public boolean isInterrupted() {
        return isInterrupted;
    }
}
