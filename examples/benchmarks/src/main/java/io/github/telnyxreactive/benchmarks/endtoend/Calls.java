package io.github.telnyxreactive.benchmarks.endtoend;

import io.github.telnyxreactive.benchmarks.candidate.Outcome;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Consumer;

/** Calls in closed loops. */
final class Calls implements Measurement {

    private static final Duration WARM_UP = Duration.ofSeconds(12);

    private final Consumer<Outcome> call;
    private final int concurrency;
    private final int calls;

    Calls(Consumer<Outcome> call, int concurrency, int calls) {
        this.call = call;
        this.concurrency = concurrency;
        this.calls = calls;
    }

    @Override
    public void warmUp() {
        Latches.repeatFor(WARM_UP, () -> new ClosedLoop(call, calls / 4).run(concurrency));
    }

    @Override
    public Map<Figure, Double> measure() {
        ProcessUsage.resetPeakThreads();
        ProcessUsage.liveHeap();
        ClosedLoop loop = new ClosedLoop(call, calls);
        ProcessUsage start = ProcessUsage.now();
        loop.run(concurrency);
        ProcessUsage used = ProcessUsage.now().since(start);
        Map<Figure, Double> figures = new EnumMap<>(Figure.class);
        figures.put(Figure.CPU, used.cpuNanos() / 1e3 / calls);
        figures.put(Figure.ALLOCATED, (double) used.allocatedBytes() / calls);
        figures.put(Figure.P50, loop.p50Micros());
        figures.put(Figure.P99, loop.p99Micros());
        figures.put(Figure.THREADS, (double) ProcessUsage.peakThreads());
        figures.put(Figure.LIVE, ProcessUsage.liveHeap() / 1e6);
        return figures;
    }
}
