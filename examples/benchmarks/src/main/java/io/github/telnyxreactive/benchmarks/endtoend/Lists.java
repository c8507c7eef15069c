package io.github.telnyxreactive.benchmarks.endtoend;

import io.github.telnyxreactive.benchmarks.candidate.ListObserver;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Consumer;

/** A list that is read from its first element to its last. */
final class Lists implements Measurement {

    /** The time that a list is usually read before it is measured. */
    static final Duration WARM_UP = Duration.ofSeconds(10);

    private static final double MEGABYTE = 1e6;

    private final Consumer<ListObserver> list;
    private final int elements;
    private final Duration warmUp;
    private final int times;

    /**
     * Creates the measurement.
     *
     * @param list reads the list
     * @param elements the number of elements
     * @param warmUp the time that the list is read before it is measured
     * @param times the number of times that the list is read in a round
     */
    Lists(Consumer<ListObserver> list, int elements, Duration warmUp, int times) {
        this.list = list;
        this.elements = elements;
        this.warmUp = warmUp;
        this.times = times;
    }

    @Override
    public void warmUp() {
        if (!warmUp.isZero()) {
            Latches.repeatFor(warmUp, () -> read(new ListReader()));
        }
    }

    @Override
    public Map<Metric, Double> measure() {
        ProcessUsage.resetPeakThreads();
        long idle = ProcessUsage.liveHeap();
        double first = 0;
        ProcessUsage start = ProcessUsage.now();
        for (int i = 0; i < times; i++) {
            ListReader reader = new ListReader();
            read(reader);
            first += reader.firstMillis();
        }
        ProcessUsage used = ProcessUsage.now().since(start);
        int read = elements * times;
        Map<Metric, Double> metrics = new EnumMap<>(Metric.class);
        metrics.put(Metric.CPU, used.cpuNanos() / 1e3 / read);
        metrics.put(Metric.ALLOCATED, (double) used.allocatedBytes() / read);
        metrics.put(Metric.FIRST, first / times);
        metrics.put(Metric.WALL, used.wallNanos() / 1e6 / times);
        metrics.put(Metric.THREADS, (double) ProcessUsage.peakThreads());
        metrics.put(Metric.HELD, (heldMeanwhile() - idle) / MEGABYTE);
        return metrics;
    }

    /** Reads the list once more for this alone, since a garbage collection takes time. */
    private long heldMeanwhile() {
        long[] held = new long[1];
        read(new ListReader(elements / 2, () -> held[0] = ProcessUsage.liveHeap()));
        return held[0];
    }

    private void read(ListReader reader) {
        list.accept(reader);
        reader.await(elements);
    }
}
