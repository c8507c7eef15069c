package io.github.telnyxreactive.benchmarks.endtoend;

import io.github.telnyxreactive.benchmarks.candidate.CallObserver;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Consumer;

/** Calls in closed loops. */
final class Calls implements Measurement {

    /** The time that calls are usually made before they are measured. */
    static final Duration WARM_UP = Duration.ofSeconds(12);

    private final Consumer<CallObserver> call;
    private final int concurrency;
    private final int calls;

    Calls(Consumer<CallObserver> call, int concurrency, int calls) {
        this.call = call;
        this.concurrency = concurrency;
        this.calls = calls;
    }

    @Override
    public void warmUp() {
        Latches.repeatFor(WARM_UP, () -> new ClosedLoop(call, calls / 4).run(concurrency));
    }

    @Override
    public Map<Metric, Double> measure() {
        ProcessUsage.resetPeakThreads();
        ProcessUsage.liveHeap();
        ClosedLoop loop = new ClosedLoop(call, calls);
        ProcessUsage start = ProcessUsage.now();
        Durations durations = loop.run(concurrency);
        ProcessUsage used = ProcessUsage.now().since(start);
        Map<Metric, Double> metrics = new EnumMap<>(Metric.class);
        metrics.put(Metric.CPU, used.cpuNanos() / 1e3 / calls);
        metrics.put(Metric.ALLOCATED, (double) used.allocatedBytes() / calls);
        metrics.put(Metric.P50, durations.p50Micros());
        metrics.put(Metric.P99, durations.p99Micros());
        metrics.put(Metric.THREADS, (double) ProcessUsage.peakThreads());
        metrics.put(Metric.LIVE, ProcessUsage.liveHeap() / 1e6);
        return metrics;
    }
}
