package io.github.telnyxreactive.benchmarks.endtoend;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Waits for the end of a measurement, with a limit. */
final class Latches {

    private static final long MINUTES = 10;

    private Latches() {}

    /** Repeats an action until the given time has passed. */
    static void repeatFor(Duration time, Runnable action) {
        long start = System.nanoTime();
        do {
            action.run();
        } while (System.nanoTime() - start < time.toNanos());
    }

    static void await(CountDownLatch latch) {
        if (!await(latch, TimeUnit.MINUTES.toMillis(MINUTES))) {
            throw new IllegalStateException("did not complete within " + MINUTES + " min");
        }
    }

    static boolean await(CountDownLatch latch, long millis) {
        try {
            return latch.await(millis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
