package io.github.telnyxreactive.cli.internal.command;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import reactor.core.scheduler.Schedulers;

/**
 * Ends the program when an error of the virtual machine has ended one of its threads, such as one that no memory is left:
 * whoever waits for that thread would wait for ever. What it prints was prepared, since there may be no memory for it then.
 */
public final class FatalError {

    private static final FileOutputStream ERR = new FileOutputStream(FileDescriptor.err);
    private static volatile byte[] words = words(null);

    private FatalError() {}

    /** Handles the errors of all threads that handle none themselves. */
    public static void install() {
        Thread.setDefaultUncaughtExceptionHandler((thread, error) -> handle(error));
        Schedulers.onHandleError((thread, error) -> handle(error));
    }

    /**
     * Prepares what is said.
     *
     * @param resume how to go on with the batch, {@code null} if that is not possible
     */
    public static void advise(@Nullable String resume) {
        words = words(resume);
    }

    private static byte[] words(@Nullable String resume) {
        String advice = resume == null ? "" : "; all that was done is in the journal, so continue with: " + resume;
        return ("telnyx-batch: the program cannot go on, most likely since it has no memory left: give it more"
                        + " (java -Xmx...)" + advice + "\n")
                .getBytes(StandardCharsets.UTF_8);
    }

    private static void handle(Throwable error) {
        if (!(error instanceof VirtualMachineError)) {
            error.printStackTrace();
            return;
        }
        try {
            ERR.write(words);
        } catch (IOException e) {
            // Nobody reads it; the exit code says the same.
            Runtime.getRuntime().halt(ExitCode.NOT_RUN);
        }
        Runtime.getRuntime().halt(ExitCode.NOT_RUN);
    }
}
