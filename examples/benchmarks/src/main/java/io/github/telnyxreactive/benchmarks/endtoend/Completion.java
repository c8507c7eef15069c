package io.github.telnyxreactive.benchmarks.endtoend;

import io.github.telnyxreactive.benchmarks.candidate.ListObserver;
import java.util.Map;
import java.util.function.Consumer;

/** Measures whether a list can be read at all. */
final class Completion implements Measurement {

    private static final long TIMEOUT_MILLIS = 20_000;

    private final Consumer<ListObserver> list;
    private final int elements;

    Completion(Consumer<ListObserver> list, int elements) {
        this.list = list;
        this.elements = elements;
    }

    @Override
    public void warmUp() {
        // Only success counts, not speed.
    }

    @Override
    public Map<Metric, Double> measure() {
        ListReader reader = new ListReader();
        list.accept(reader);
        // Out of memory, some clients neither complete nor fail.
        return Map.of(Metric.COMPLETED, reader.completesWithin(TIMEOUT_MILLIS, elements) ? 1.0 : 0.0);
    }
}
