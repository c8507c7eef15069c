package io.github.telnyxreactive.benchmarks.endtoend;

import io.github.telnyxreactive.benchmarks.candidate.Elements;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Consumer;

/** A list, read from its first element to its last. */
final class Lists implements Measurement {

    private static final double MEGABYTE = 1e6;

    private final Consumer<Elements> list;
    private final int elements;
    private final Duration warmUp;
    private final int times;

    /**
     * Creates the measurement.
     *
     * @param list reads the list
     * @param elements how many elements it has
     * @param warmUp how long it is read before anything is measured
     * @param times how often it is read in a round
     */
    Lists(Consumer<Elements> list, int elements, Duration warmUp, int times) {
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
    public Map<Figure, Double> measure() {
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
        Map<Figure, Double> figures = new EnumMap<>(Figure.class);
        figures.put(Figure.CPU, used.cpuNanos() / 1e3 / read);
        figures.put(Figure.ALLOCATED, (double) used.allocatedBytes() / read);
        figures.put(Figure.FIRST, first / times);
        figures.put(Figure.WALL, used.wallNanos() / 1e6 / times);
        figures.put(Figure.THREADS, (double) ProcessUsage.peakThreads());
        figures.put(Figure.HELD, (heldMeanwhile() - idle) / MEGABYTE);
        return figures;
    }

    /** Once more for this alone, since the collection takes time. */
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
