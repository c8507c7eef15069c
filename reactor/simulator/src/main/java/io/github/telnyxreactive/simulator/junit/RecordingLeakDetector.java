package io.github.telnyxreactive.simulator.junit;

import io.netty.util.ResourceLeakDetector;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * Remembers every leak that Netty finds, for {@link NoBufferLeaks} to fail on. Netty makes it where the system property
 * {@code io.netty.customResourceLeakDetector} names this class.
 *
 * @param <T> what may leak
 */
public final class RecordingLeakDetector<T> extends ResourceLeakDetector<T> {

    private static final Queue<String> LEAKS = new ConcurrentLinkedQueue<>();

    /**
     * Creates a detector, as Netty asks for it.
     *
     * @param resourceType what may leak
     * @param samplingInterval of how many resources one is watched, below the level {@code PARANOID}
     */
    public RecordingLeakDetector(Class<?> resourceType, int samplingInterval) {
        super(resourceType, samplingInterval);
    }

    /**
     * Creates a detector, as older parts of Netty ask for it.
     *
     * @param resourceType what may leak
     * @param samplingInterval of how many resources one is watched, below the level {@code PARANOID}
     * @param maxActive no longer of any meaning
     */
    public RecordingLeakDetector(Class<?> resourceType, int samplingInterval, long maxActive) {
        this(resourceType, samplingInterval);
    }

    /** Takes the leaks that were found since the last time. */
    static List<String> take() {
        List<String> leaks = new ArrayList<>();
        for (String leak = LEAKS.poll(); leak != null; leak = LEAKS.poll()) {
            leaks.add(leak);
        }
        return leaks;
    }

    @Override
    protected boolean needReport() {
        return true;
    }

    @Override
    protected void reportTracedLeak(String resourceType, String records) {
        LEAKS.add(resourceType + records);
    }

    @Override
    protected void reportUntracedLeak(String resourceType) {
        LEAKS.add(resourceType);
    }
}
