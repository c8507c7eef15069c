package io.github.telnyxreactive.benchmarks.endtoend;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Waits for what ends a measurement, but not for ever. */
final class Latches {

    private static final long MINUTES = 10;

    private Latches() {}

    /** Does something again and again until so much time has passed. */
    static void repeatFor(Duration time, Runnable action) {
        long start = System.nanoTime();
        do {
            action.run();
        } while (System.nanoTime() - start < time.toNanos());
    }

    static void await(CountDownLatch latch) {
        if (!await(latch, TimeUnit.MINUTES.toMillis(MINUTES))) {
            throw new IllegalStateException("not done after " + MINUTES + " minutes");
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
