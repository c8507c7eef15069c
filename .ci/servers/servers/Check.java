package servers;

import java.time.Duration;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** What the checks require. */
final class Check {

    /** Far more than anything here takes, so that nothing hangs. */
    static final Duration LIMIT = Duration.ofMinutes(2);

    private Check() {}

    static void that(boolean fulfilled, Supplier<String> otherwise) {
        if (!fulfilled) {
            throw new AssertionError(otherwise.get());
        }
    }

    static void equal(Object actual, Object expected, String what) {
        that(actual.equals(expected), () -> what + ": " + actual + " instead of " + expected);
    }

    /** Waits for what another process does in its own time. */
    static void eventually(BooleanSupplier fulfilled, Supplier<String> otherwise) {
        long start = System.nanoTime();
        while (!fulfilled.getAsBoolean()) {
            that(System.nanoTime() - start < LIMIT.toNanos(), otherwise);
            try {
                Thread.sleep(10);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
