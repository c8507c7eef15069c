package io.github.telnyxreactive.simulator.internal.netty;

import io.netty.util.ResourceLeakDetector;
import io.netty.util.ResourceLeakTracker;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Records every leak that Netty finds, for {@link NoBufferLeaks}. Netty creates an instance if the system property
 * {@code io.netty.customResourceLeakDetector} names this class.
 *
 * @param <T> the type of the resource
 */
public final class RecordingLeakDetector<T> extends ResourceLeakDetector<T> {

    private static final Queue<String> LEAKS = new ConcurrentLinkedQueue<>();

    /** What has been tracked and not released. */
    private static final Set<OpenTracker<?>> OPEN = ConcurrentHashMap.newKeySet();

    /** Buffers that Netty creates for its constants are never released. */
    private static final Pattern OF_CONSTANT = Pattern.compile("io\\.netty\\.[\\w.$]+\\.<clinit>\\(");

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

    /** Returns whether anything is not released that is no constant of Netty: in use, or leaked. */
    static boolean isAnythingOpen() {
        return OPEN.stream().anyMatch(tracker -> !tracker.isOfConstant());
    }

    /** Removes and returns the leaks recorded since the last call, and forgets what has been garbage collected. */
    static List<String> take() {
        List<String> leaks = new ArrayList<>();
        for (String leak = LEAKS.poll(); leak != null; leak = LEAKS.poll()) {
            leaks.add(leak);
        }
        OPEN.removeIf(tracker -> tracker.refersTo(null));
        return leaks;
    }

    @Override
    public @Nullable ResourceLeakTracker<T> track(T resource) {
        return open(resource, super.track(resource));
    }

    @Override
    public @Nullable ResourceLeakTracker<T> trackForcibly(T resource) {
        return open(resource, super.trackForcibly(resource));
    }

    private static <T> @Nullable ResourceLeakTracker<T> open(T resource, @Nullable ResourceLeakTracker<T> tracker) {
        if (tracker == null) {
            return null;
        }
        OpenTracker<T> open = new OpenTracker<>(resource, tracker);
        OPEN.add(open);
        return open;
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

    /** Refers to a resource until that is garbage collected, and can be asked whether it is for a constant. */
    private static final class OpenTracker<T> extends WeakReference<T> implements ResourceLeakTracker<T> {

        private final ResourceLeakTracker<T> tracker;
        private @Nullable Boolean ofConstant;

        OpenTracker(T resource, ResourceLeakTracker<T> tracker) {
            super(resource);
            this.tracker = tracker;
        }

        boolean isOfConstant() {
            if (ofConstant == null) {
                // The text contains the stack trace of the creation.
                ofConstant = OF_CONSTANT.matcher(tracker.toString()).find();
            }
            return ofConstant;
        }

        @Override
        public void record() {
            tracker.record();
        }

        @Override
        public void record(Object hint) {
            tracker.record(hint);
        }

        @Override
        public boolean close(T resource) {
            OPEN.remove(this);
            return tracker.close(resource);
        }
    }
}
