package io.github.telnyxreactive.cli.internal.command;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/**
 * The user's wish to stop. Ctrl-C makes the virtual machine shut down, with the exit code that belongs to the signal; the
 * shutdown is held up until the command has said what it knows, or for a few seconds at the most.
 */
public final class Interruption implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(8);

    private final Sinks.Empty<Void> signal = Sinks.empty();
    private final CountDownLatch closed = new CountDownLatch(1);

    private Interruption() {}

    /** Listens for the signal from now on. */
    public static Interruption onShutdown() {
        Interruption interruption = new Interruption();
        Runtime.getRuntime().addShutdownHook(new Thread(interruption::interrupt, "telnyx-batch-interruption"));
        return interruption;
    }

    /** Completes when the user wants to stop. */
    public Mono<Void> signal() {
        return signal.asMono();
    }

    private void interrupt() {
        signal.tryEmitEmpty();
        try {
            closed.await(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            // Somebody else wants the shutdown to go on.
            Thread.currentThread().interrupt();
        }
    }

    /** Tells that the command is done: a shutdown is held up no longer. */
    @Override
    public void close() {
        closed.countDown();
    }
}
