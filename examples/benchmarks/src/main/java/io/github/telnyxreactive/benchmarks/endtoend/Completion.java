package io.github.telnyxreactive.benchmarks.endtoend;

import io.github.telnyxreactive.benchmarks.candidate.Elements;
import java.util.Map;
import java.util.function.Consumer;

/** Whether a list can be read at all. */
final class Completion implements Measurement {

    private static final long PATIENCE_MILLIS = 20_000;

    private final Consumer<Elements> list;
    private final int elements;

    Completion(Consumer<Elements> list, int elements) {
        this.list = list;
        this.elements = elements;
    }

    @Override
    public void warmUp() {
        // It counts whether it can be done, not how fast.
    }

    @Override
    public Map<Figure, Double> measure() {
        ListReader reader = new ListReader();
        list.accept(reader);
        // Without memory some neither end nor say so.
        return Map.of(Figure.COMPLETED, reader.endsWithin(PATIENCE_MILLIS, elements) ? 1.0 : 0.0);
    }
}
