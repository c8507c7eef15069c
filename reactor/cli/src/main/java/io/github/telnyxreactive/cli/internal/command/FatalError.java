package io.github.telnyxreactive.cli.internal.command;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ThreadFactory;
import org.jspecify.annotations.Nullable;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/**
 * Ends the program when it has no memory left: threads have ended then, and whoever waits for them would wait for ever. What it
 * prints was prepared, since there may be no memory for it any more.
 */
public final class FatalError implements Thread.UncaughtExceptionHandler {

    private static final FatalError HANDLER = new FatalError();
    private static final Runtime RUNTIME = Runtime.getRuntime();

    private final FileOutputStream err = new FileOutputStream(FileDescriptor.err);
    private volatile byte[] words = words(null);

    private FatalError() {}

    /** Handles the errors of all threads that handle none themselves. */
    public static void install() {
        Thread.setDefaultUncaughtExceptionHandler(HANDLER);
        Schedulers.setFactory(new WatchedThreads());
    }

    /** Watches the memory, which takes longer to start than a help text takes. */
    public static void watchMemory() {
        HeapWatch.start(HANDLER::end);
    }

    /**
     * Prepares what is said.
     *
     * @param resume how to go on with the batch, {@code null} if that is not possible
     */
    public static void advise(@Nullable String resume) {
        HANDLER.words = words(resume);
    }

    private static byte[] words(@Nullable String resume) {
        String advice = resume == null ? "" : "; all that was done is in the journal, so continue with: " + resume;
        return ("telnyx-batch: the program has no memory left: give it more (java -Xmx...)" + advice + "\n")
                .getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public void uncaughtException(Thread thread, Throwable error) {
        if (error instanceof VirtualMachineError) {
            end();
        } else {
            error.printStackTrace();
        }
    }

    /** The threads of Reactor have a handler of their own, which throws what is fatal. */
    private static final class WatchedThreads implements Schedulers.Factory {

        @Override
        public Scheduler newBoundedElastic(int threads, int tasks, ThreadFactory factory, int ttlSeconds) {
            return Schedulers.Factory.super.newBoundedElastic(threads, tasks, watched(factory), ttlSeconds);
        }

        @Override
        public Scheduler newParallel(int parallelism, ThreadFactory factory) {
            return Schedulers.Factory.super.newParallel(parallelism, watched(factory));
        }

        @Override
        public Scheduler newSingle(ThreadFactory factory) {
            return Schedulers.Factory.super.newSingle(watched(factory));
        }

        private static ThreadFactory watched(ThreadFactory factory) {
            return task -> {
                Thread thread = factory.newThread(task);
                thread.setUncaughtExceptionHandler(HANDLER);
                return thread;
            };
        }
    }

    private void end() {
        try {
            err.write(words);
        } catch (IOException e) {
            // Nobody reads it; the exit code says the same.
            RUNTIME.halt(ExitCode.NOT_RUN);
        }
        RUNTIME.halt(ExitCode.NOT_RUN);
    }
}
