package io.github.telnyxreactive.benchmarks.endtoend;

import io.github.telnyxreactive.benchmarks.candidate.Candidate;
import io.github.telnyxreactive.benchmarks.candidate.Candidates;
import io.github.telnyxreactive.benchmarks.candidate.Target;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;

/** Ten clients that are built, used once and then left alone. Their virtual machine is a new one in every round. */
final class Idle implements Measurement {

    private static final int CLIENTS = 10;
    private static final long IDLE_MILLIS = 10_000;

    private final @Nullable Candidates kind;
    private final Target target;

    /**
     * Creates the measurement.
     *
     * @param kind which clients, {@code null} for none at all
     * @param target where they send their calls
     */
    Idle(@Nullable Candidates kind, Target target) {
        this.kind = kind;
        this.target = target;
    }

    @Override
    public void warmUp() {
        // The first client is measured as well.
    }

    @Override
    public Map<Figure, Double> measure() {
        Map<Figure, Double> figures = new EnumMap<>(Figure.class);
        List<Candidate> clients = new ArrayList<>();
        if (kind != null) {
            long[] built = new long[CLIENTS + 1];
            built[0] = System.nanoTime();
            for (int i = 0; i < CLIENTS; i++) {
                clients.add(kind.create(target));
                built[i + 1] = System.nanoTime();
            }
            figures.put(Figure.FIRST_BUILD, (built[1] - built[0]) / 1e6);
            figures.put(Figure.NEXT_BUILD, (built[CLIENTS] - built[1]) / 1e6 / (CLIENTS - 1));
            clients.forEach(client -> new ClosedLoop(client::assistant, 1).run(1));
        }
        figures.put(Figure.THREADS, (double) ProcessUsage.peakThreads());
        // What was compiled and collected because of the calls is not idleness.
        ProcessUsage.liveHeap();
        Latches.await(new CountDownLatch(1), IDLE_MILLIS / 2);
        ProcessUsage start = ProcessUsage.now();
        Latches.await(new CountDownLatch(1), IDLE_MILLIS);
        figures.put(Figure.IDLE_CPU, ProcessUsage.now().since(start).cpuNanos() / 1e6);
        clients.forEach(Candidate::close);
        return figures;
    }
}
