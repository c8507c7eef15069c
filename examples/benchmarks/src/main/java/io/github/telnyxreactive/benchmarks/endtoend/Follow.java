package io.github.telnyxreactive.benchmarks.endtoend;

import io.github.telnyxreactive.TelnyxClient;
import io.github.telnyxreactive.benchmarks.candidate.Target;
import io.github.telnyxreactive.bulk.BatchEvent;
import io.github.telnyxreactive.bulk.BatchItem;
import io.github.telnyxreactive.bulk.BatchOptions;
import io.github.telnyxreactive.bulk.RequestTotals;
import io.github.telnyxreactive.bulk.TotalsCollector;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import reactor.core.publisher.Flux;

/** Triggers the suites of the simulator and follows their runs to the end, as a release check does. */
final class Follow implements Measurement {

    private static final double MEGABYTE = 1e6;

    private final TelnyxClient client;
    private final int suites;
    private final int runs;

    Follow(Target target, int suites, int testsPerSuite) {
        this.suites = suites;
        this.runs = suites * testsPerSuite;
        this.client = TelnyxClient.builder()
                .apiKey(target.key())
                .baseUrl(target.baseUrl())
                .build();
    }

    @Override
    public void warmUp() {
        follow(suites / 10, new AtomicInteger(), () -> {});
    }

    @Override
    public Map<Metric, Double> measure() {
        ProcessUsage.resetPeakThreads();
        long idle = ProcessUsage.liveHeap();
        AtomicInteger finished = new AtomicInteger();
        long[] held = new long[1];
        ProcessUsage start = ProcessUsage.now();
        RequestTotals requests = follow(suites, finished, () -> held[0] = ProcessUsage.liveHeap());
        ProcessUsage used = ProcessUsage.now().since(start);
        if (finished.get() != runs) {
            throw new IllegalStateException(finished + " runs finished instead of " + runs);
        }
        Map<Metric, Double> metrics = new EnumMap<>(Metric.class);
        metrics.put(Metric.CPU, used.cpuNanos() / 1e3 / runs);
        metrics.put(Metric.ALLOCATED, (double) used.allocatedBytes() / runs);
        metrics.put(Metric.REQUESTS, (double) requests.total() / runs);
        metrics.put(Metric.WALL, used.wallNanos() / 1e6);
        metrics.put(Metric.THREADS, (double) ProcessUsage.peakThreads());
        metrics.put(Metric.HELD, (held[0] - idle) / MEGABYTE);
        return metrics;
    }

    private RequestTotals follow(int count, AtomicInteger finished, Runnable halfWay) {
        TotalsCollector totals = new TotalsCollector();
        client.ai()
                .assistants()
                .tests()
                .batch(BatchOptions.defaults())
                .run(Flux.range(0, count).map(number -> BatchItem.suite("suite-" + number)), totals)
                .ofType(BatchEvent.Finished.class)
                .doOnNext(event -> {
                    if (finished.incrementAndGet() == runs / 2) {
                        halfWay.run();
                    }
                })
                .blockLast();
        return totals.requests();
    }
}
