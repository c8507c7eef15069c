package io.github.telnyxreactive.benchmarks.endtoend;

import com.sun.management.OperatingSystemMXBean;
import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;

/**
 * What this process has used so far. Allocation is that of the threads that live; the candidates keep theirs for longer
 * than a round.
 *
 * @param cpuNanos the CPU time of all its threads, those of the virtual machine among them
 * @param allocatedBytes what its threads have allocated on the heap
 * @param wallNanos the time
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

    /** Collects garbage, and returns the bytes that are left. */
    static long liveHeap() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }
}
