package io.github.telnyxreactive.benchmarks.endtoend;

import com.sun.management.OperatingSystemMXBean;
import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;

/**
 * What this process has used so far. Allocation is that of the live threads only; the threads of the candidates live longer
 * than a round.
 *
 * @param cpuNanos the CPU time of all threads, including those of the JVM
 * @param allocatedBytes the bytes that live threads have allocated on the heap
 * @param wallNanos the elapsed time
 */
record ProcessUsage(long cpuNanos, long allocatedBytes, long wallNanos) {

    private static final OperatingSystemMXBean SYSTEM =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    static ProcessUsage now() {
        long allocated = 0;
        for (long bytes : THREADS.getThreadAllocatedBytes(THREADS.getAllThreadIds())) {
            allocated += Math.max(0, bytes);
        }
        return new ProcessUsage(SYSTEM.getProcessCpuTime(), allocated, System.nanoTime());
    }

    ProcessUsage since(ProcessUsage start) {
        return new ProcessUsage(
                cpuNanos - start.cpuNanos, allocatedBytes - start.allocatedBytes, wallNanos - start.wallNanos);
    }

    static void resetPeakThreads() {
        THREADS.resetPeakThreadCount();
    }

    static int peakThreads() {
        return THREADS.getPeakThreadCount();
    }

    /** Collects garbage, and returns the bytes that remain in use. */
    static long liveHeap() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }
}
