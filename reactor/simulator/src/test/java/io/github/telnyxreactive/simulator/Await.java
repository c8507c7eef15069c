package io.github.telnyxreactive.simulator;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Waits for what another thread is about to do. */
final class Await {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private Await() {}

    static void until(BooleanSupplier condition) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() - deadline > 0) {
                throw new AssertionError("nothing happened in " + PATIENCE);
            }
            Thread.onSpinWait();
        }
    }
}
