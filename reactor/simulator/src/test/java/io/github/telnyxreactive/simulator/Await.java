package io.github.telnyxreactive.simulator;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Waits for a condition that another thread is about to fulfil. */
final class Await {

    /** Ends a test that hangs. Nothing that is waited for takes nearly as long, however busy the machine is. */
    static final Duration LIMIT = Duration.ofMinutes(5);

    private Await() {}

    static void until(BooleanSupplier condition) {
        long start = System.nanoTime();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() - start > LIMIT.toNanos()) {
                throw new AssertionError("the condition was not fulfilled within " + LIMIT.toSeconds() + " s");
            }
            Thread.yield();
        }
    }
}
