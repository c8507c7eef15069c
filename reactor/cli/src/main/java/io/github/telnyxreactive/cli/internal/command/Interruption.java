package io.github.telnyxreactive.cli.internal.command;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/**
 * The user's request to stop. Ctrl-C shuts the virtual machine down, with the exit code of the signal; the shutdown waits
 * until the command has reported what it knows, but at most a few seconds.
 */
public final class Interruption implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(8);

    private final Sinks.Empty<Void> signal = Sinks.empty();
    private final CountDownLatch closed = new CountDownLatch(1);

    private Interruption() {}

    /**
     * Starts to listen for the signal.
     *
     * @return the interruption, to be closed when the command is done
     */
    public static Interruption onShutdown() {
        Interruption interruption = new Interruption();
        Runtime.getRuntime().addShutdownHook(new Thread(interruption::interrupt, "telnyx-batch-interruption"));
        return interruption;
    }

    /**
     * Returns the signal.
     *
     * @return completes when the user wants to stop
     */
    public Mono<Void> signal() {
        return signal.asMono();
    }

    private void interrupt() {
        signal.tryEmitEmpty();
        try {
            closed.await(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            // The shutdown is to continue.
            Thread.currentThread().interrupt();
        }
    }

    /** Marks the command as done, so that a shutdown no longer waits for it. */
    @Override
    public void close() {
        closed.countDown();
    }
}
