package io.github.telnyxreactive.simulator.junit;

import io.netty.buffer.ByteBufAllocator;
import io.netty.util.ResourceLeakDetector;
import java.lang.ref.PhantomReference;
import java.lang.ref.ReferenceQueue;
import java.util.List;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Fails a class of tests during which one of Netty's buffers was left to the garbage collector instead of being released.
 *
 * <p>It asks for two system properties, and fails without them: {@code io.netty.leakDetection.level=paranoid} and
 * {@code io.netty.customResourceLeakDetector} with the name of {@link RecordingLeakDetector}.
 */
public final class NoBufferLeaks implements BeforeAllCallback, AfterAllCallback {

    private static final long LONGEST_COLLECTION_MILLIS = 10_000;

    /** Creates the extension. */
    public NoBufferLeaks() {}

    @Override
    public void beforeAll(ExtensionContext context) {
        if (ResourceLeakDetector.getLevel() != ResourceLeakDetector.Level.PARANOID) {
            throw new IllegalStateException("set -Dio.netty.leakDetection.level=paranoid, or leaks are overlooked");
        }
        String detector = RecordingLeakDetector.class.getName();
        if (!detector.equals(System.getProperty("io.netty.customResourceLeakDetector"))) {
            throw new IllegalStateException("set -Dio.netty.customResourceLeakDetector=" + detector);
        }
    }

    @Override
    public void afterAll(ExtensionContext context) throws InterruptedException {
        collectGarbage();
        // Netty reports what it has found when the next buffer is made.
        ByteBufAllocator.DEFAULT.buffer(1).release();
        List<String> leaks = RecordingLeakDetector.take();
        if (!leaks.isEmpty()) {
            throw new AssertionError(leaks.size() + " leaked, the first of them: " + leaks.get(0));
        }
    }

    /** Returns when the collector has told of what was garbage at the start; twice, so that its queues have settled. */
    private static void collectGarbage() throws InterruptedException {
        for (int round = 0; round < 2; round++) {
            ReferenceQueue<Object> collected = new ReferenceQueue<>();
            PhantomReference<Object> canary = new PhantomReference<>(new Object(), collected);
            System.gc();
            if (collected.remove(LONGEST_COLLECTION_MILLIS) != canary) {
                throw new IllegalStateException("the garbage was not collected");
            }
        }
    }
}
