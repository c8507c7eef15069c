package io.github.telnyxreactive.cli.internal.command;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/**
 * The user's request to stop. Ctrl-C or SIGTERM shuts the virtual machine down; the shutdown waits until the command has
 * reported what it knows, but at most a few seconds. The exit code is that of the command, whatever the signal.
 */
public final class Interruption {

    private static final Duration PATIENCE = Duration.ofSeconds(8);

    private final Sinks.Empty<Void> signal = Sinks.empty();
    private final CountDownLatch ended = new CountDownLatch(1);
    private volatile int exitCode = ExitCode.INTERRUPTED;

    private Interruption() {}

    /**
     * Starts to listen for the signal.
     *
     * @return the interruption, which is to be told when the command has ended
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
        if (ended.getCount() == 0) {
            return;
        }
        signal.tryEmitEmpty();
        try {
            ended.await(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            // The shutdown is to continue.
            Thread.currentThread().interrupt();
        }
        // Otherwise, the exit code would be that of the signal.
        Runtime.getRuntime().halt(exitCode);
    }

    /**
     * Marks the command as ended, so that a shutdown no longer waits for it.
     *
     * @param code the exit code of the command
     */
    public void end(int code) {
        exitCode = code;
        ended.countDown();
    }
}
