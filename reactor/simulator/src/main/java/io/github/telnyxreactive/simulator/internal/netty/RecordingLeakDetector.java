package io.github.telnyxreactive.simulator.internal.netty;

import io.netty.util.ResourceLeakDetector;
import io.netty.util.ResourceLeakTracker;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.LongAdder;

/**
 * Records every leak that Netty finds, for {@link NoBufferLeaks}. Netty creates an instance if the system property
 * {@code io.netty.customResourceLeakDetector} names this class.
 *
 * @param <T> the type of the resource
 */
public final class RecordingLeakDetector<T> extends ResourceLeakDetector<T> {

    private static final Queue<String> LEAKS = new ConcurrentLinkedQueue<>();
    private static final LongAdder TRACKED = new LongAdder();

    /**
     * Creates a detector, with the constructor that Netty looks up.
     *
     * @param resourceType the type of the resource
     * @param samplingInterval how many resources are allocated for each one tracked, at levels below {@code PARANOID}
     */
    public RecordingLeakDetector(Class<?> resourceType, int samplingInterval) {
        super(resourceType, samplingInterval);
    }

    /**
     * Creates a detector, with the constructor that older parts of Netty look up.
     *
     * @param resourceType the type of the resource
     * @param samplingInterval how many resources are allocated for each one tracked, at levels below {@code PARANOID}
     * @param maxActive ignored
     */
    public RecordingLeakDetector(Class<?> resourceType, int samplingInterval, long maxActive) {
        this(resourceType, samplingInterval);
    }

    /** Returns how many resources have been tracked, of any type. */
    static long tracked() {
        return TRACKED.sum();
    }

    /** Removes and returns the leaks recorded since the last call. */
    static List<String> take() {
        List<String> leaks = new ArrayList<>();
        for (String leak = LEAKS.poll(); leak != null; leak = LEAKS.poll()) {
            leaks.add(leak);
        }
        return leaks;
    }

    @Override
    public ResourceLeakTracker<T> track(T resource) {
        TRACKED.increment();
        return super.track(resource);
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
