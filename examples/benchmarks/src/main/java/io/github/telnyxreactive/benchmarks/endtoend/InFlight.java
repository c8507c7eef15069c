package io.github.telnyxreactive.benchmarks.endtoend;

import io.github.telnyxreactive.benchmarks.candidate.CallObserver;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/** Many calls at once to a service with a long latency. */
final class InFlight implements Measurement {

    /** By then all requests are sent over the connections that the warm-up opened, and no response has arrived. */
    private static final long SAMPLE_MILLIS = 1_500;

    private final Consumer<CallObserver> call;
    private final int calls;
    private long idle;

    InFlight(Consumer<CallObserver> call, int calls) {
        this.call = call;
        this.calls = calls;
    }

    @Override
    public void warmUp() {
        new ClosedLoop(call, 1).run(1);
        idle = ProcessUsage.liveHeap();
        Latches.await(send().done);
    }

    @Override
    public Map<Metric, Double> measure() {
        ProcessUsage.resetPeakThreads();
        ProcessUsage start = ProcessUsage.now();
        Counted counted = send();
        Latches.await(counted.done, SAMPLE_MILLIS);
        int completed = counted.succeeded.get();
        long held = ProcessUsage.liveHeap();
        Latches.await(counted.done);
        ProcessUsage used = ProcessUsage.now().since(start);
        Map<Metric, Double> metrics = new EnumMap<>(Metric.class);
        metrics.put(Metric.HELD_BY_REQUEST, completed == 0 ? (double) (held - idle) / calls : Double.NaN);
        metrics.put(Metric.THREADS, (double) ProcessUsage.peakThreads());
        metrics.put(Metric.FAILED, (double) calls - counted.succeeded.get());
        metrics.put(Metric.WALL, used.wallNanos() / 1e6);
        return metrics;
    }

    private Counted send() {
        Counted counted = new Counted(calls);
        for (int i = 0; i < calls; i++) {
            call.accept(counted);
        }
        return counted;
    }

    private static final class Counted implements CallObserver {

        private final AtomicInteger succeeded = new AtomicInteger();
        private final CountDownLatch done;

        Counted(int calls) {
            done = new CountDownLatch(calls);
        }

        @Override
        public void succeeded(Object value) {
            succeeded.incrementAndGet();
            done.countDown();
        }

        @Override
        public void failed(Throwable reason) {
            System.err.println(reason);
            done.countDown();
        }
    }
}
