package io.github.telnyxreactive.benchmarks.endtoend;

import io.github.telnyxreactive.benchmarks.candidate.Candidate;
import io.github.telnyxreactive.benchmarks.candidate.Candidates;
import io.github.telnyxreactive.benchmarks.candidate.Target;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;

/** Ten clients that are built, used once and then left alone, in a new JVM in every round. */
final class Idle implements Measurement {

    private static final int CLIENTS = 10;
    private static final long IDLE_MILLIS = 10_000;

    private final Candidates candidate;
    private final Target target;

    /**
     * Creates the measurement.
     *
     * @param candidate the kind of client
     * @param target where the clients send their calls
     */
    Idle(Candidates candidate, Target target) {
        this.candidate = candidate;
        this.target = target;
    }

    @Override
    public void warmUp() {
        // Building the first client is measured too.
    }

    @Override
    public Map<Metric, Double> measure() {
        Map<Metric, Double> metrics = new EnumMap<>(Metric.class);
        List<Candidate> clients = new ArrayList<>();
        long[] built = new long[CLIENTS + 1];
        built[0] = System.nanoTime();
        for (int i = 0; i < CLIENTS; i++) {
            clients.add(candidate.create(target));
            built[i + 1] = System.nanoTime();
        }
        metrics.put(Metric.FIRST_BUILD, (built[1] - built[0]) / 1e6);
        metrics.put(Metric.NEXT_BUILD, (built[CLIENTS] - built[1]) / 1e6 / (CLIENTS - 1));
        clients.forEach(client -> new ClosedLoop(client::assistant, 1).run(1));
        metrics.put(Metric.THREADS, (double) ProcessUsage.peakThreads());
        // Compilation and garbage collection after the calls are not idle time.
        ProcessUsage.liveHeap();
        Latches.await(new CountDownLatch(1), IDLE_MILLIS / 2);
        ProcessUsage start = ProcessUsage.now();
        Latches.await(new CountDownLatch(1), IDLE_MILLIS);
        metrics.put(Metric.IDLE_CPU, ProcessUsage.now().since(start).cpuNanos() / 1e6);
        clients.forEach(Candidate::close);
        return metrics;
    }
}
