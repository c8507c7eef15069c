package io.github.telnyxreactive.benchmarks.endtoend;

import io.github.telnyxreactive.benchmarks.candidate.Outcome;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/** Many calls at once, to a service that takes its time. */
final class InFlight implements Measurement {

    /** By then all are sent over the connections that the warm-up opened, and none is answered. */
    private static final long SAMPLE_MILLIS = 1_500;

    private final Consumer<Outcome> call;
    private final int calls;
    private long idle;

    InFlight(Consumer<Outcome> call, int calls) {
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
    public Map<Figure, Double> measure() {
        ProcessUsage.resetPeakThreads();
        ProcessUsage start = ProcessUsage.now();
        Counted counted = send();
        Latches.await(counted.done, SAMPLE_MILLIS);
        int answered = counted.succeeded.get();
        long held = ProcessUsage.liveHeap();
        Latches.await(counted.done);
        ProcessUsage used = ProcessUsage.now().since(start);
        Map<Figure, Double> figures = new EnumMap<>(Figure.class);
        figures.put(Figure.HELD_BY_REQUEST, answered == 0 ? (double) (held - idle) / calls : Double.NaN);
        figures.put(Figure.THREADS, (double) ProcessUsage.peakThreads());
        figures.put(Figure.FAILED, (double) calls - counted.succeeded.get());
        figures.put(Figure.WALL, used.wallNanos() / 1e6);
        return figures;
    }

    private Counted send() {
        Counted counted = new Counted(calls);
        for (int i = 0; i < calls; i++) {
            call.accept(counted);
        }
        return counted;
    }

    private static final class Counted implements Outcome {

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
