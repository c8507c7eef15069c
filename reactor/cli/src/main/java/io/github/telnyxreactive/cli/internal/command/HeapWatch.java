package io.github.telnyxreactive.cli.internal.command;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.util.Comparator;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * Notices that the heap is full for good: one garbage collection after the other frees next to nothing. Some threads may have
 * ended by then, others go on for a long time without getting anywhere.
 */
final class HeapWatch implements Runnable {

    /** A heap of which this share is in use after a collection is full. */
    private static final double FULL = 0.98;

    private static final long PAUSE = TimeUnit.SECONDS.toNanos(1);

    /** In so many pauses in a row, there has to be at least one collection that leaves the heap full, and none that does not. */
    private static final int PAUSES = 10;

    private final MemoryPoolMXBean pool;
    private final Runnable full;

    private HeapWatch(MemoryPoolMXBean pool, Runnable full) {
        this.pool = pool;
        this.full = full;
    }

    /** Calls an action when the heap is full, if this virtual machine tells. */
    static void start(Runnable full) {
        Optional<MemoryPoolMXBean> old = ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP && pool.isCollectionUsageThresholdSupported())
                .filter(pool -> pool.getUsage().getMax() > 0)
                .max(Comparator.comparingLong(pool -> pool.getUsage().getMax()));
        old.ifPresent(pool -> {
            pool.setCollectionUsageThreshold((long) (FULL * pool.getUsage().getMax()));
            Thread thread = new Thread(new HeapWatch(pool, full), "telnyx-batch-heap");
            thread.setDaemon(true);
            thread.start();
        });
    }

    @Override
    public void run() {
        int pauses = 0;
        long seen = pool.getCollectionUsageThresholdCount();
        while (pauses < PAUSES) {
            LockSupport.parkNanos(this, PAUSE);
            long count = pool.getCollectionUsageThresholdCount();
            pauses = count > seen && pool.isCollectionUsageThresholdExceeded() ? pauses + 1 : 0;
            seen = count;
        }
        full.run();
    }
}
