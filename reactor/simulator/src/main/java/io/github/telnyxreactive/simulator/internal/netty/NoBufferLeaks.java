package io.github.telnyxreactive.simulator.internal.netty;

import io.netty.buffer.ByteBufAllocator;
import io.netty.util.ResourceLeakDetector;
import java.lang.ref.PhantomReference;
import java.lang.ref.ReferenceQueue;
import java.util.List;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Fails a test class if a Netty buffer was garbage collected during its tests without having been released.
 *
 * <p>Requires two system properties: {@code io.netty.leakDetection.level=paranoid}, and
 * {@code io.netty.customResourceLeakDetector} with the name of {@link RecordingLeakDetector}.
 */
public final class NoBufferLeaks implements BeforeAllCallback, AfterAllCallback {

    private static final long COLLECTION_TIMEOUT_MILLIS = 120_000;

    /** Creates the extension. */
    public NoBufferLeaks() {}

    @Override
    public void beforeAll(ExtensionContext context) {
        if (ResourceLeakDetector.getLevel() != ResourceLeakDetector.Level.PARANOID) {
            throw new IllegalStateException("set -Dio.netty.leakDetection.level=paranoid, or leaks are not detected");
        }
        String detector = RecordingLeakDetector.class.getName();
        if (!detector.equals(System.getProperty("io.netty.customResourceLeakDetector"))) {
            throw new IllegalStateException("set -Dio.netty.customResourceLeakDetector=" + detector);
        }
    }

    @Override
    public void afterAll(ExtensionContext context) throws InterruptedException {
        if (!RecordingLeakDetector.isAnythingOpen()) {
            // Collecting the garbage takes longer than most test classes.
            return;
        }
        collectGarbage();
        // Netty reports the leaks that it has found when the next buffer is allocated.
        ByteBufAllocator.DEFAULT.buffer(1).release();
        List<String> leaks = RecordingLeakDetector.take();
        if (!leaks.isEmpty()) {
            throw new AssertionError(leaks.size() + " buffers leaked, the first one: " + leaks.get(0));
        }
    }

    /** Waits until all garbage has been collected and enqueued; in two rounds, so that the reference queues settle. */
    private static void collectGarbage() throws InterruptedException {
        for (int round = 0; round < 2; round++) {
            ReferenceQueue<Object> collected = new ReferenceQueue<>();
            PhantomReference<Object> canary = new PhantomReference<>(new Object(), collected);
            System.gc();
            if (collected.remove(COLLECTION_TIMEOUT_MILLIS) != canary) {
                throw new IllegalStateException(
                        "garbage was not collected within " + COLLECTION_TIMEOUT_MILLIS / 1000 + " s");
            }
        }
    }
}
