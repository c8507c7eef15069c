package io.github.telnyxreactive.benchmarks.endtoend;

import io.github.telnyxreactive.benchmarks.candidate.Candidate;
import io.github.telnyxreactive.benchmarks.candidate.ListObserver;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Calls, one at a time, beside readers of long lists that have stopped after their first element, in comparison with the same
 * calls of a client without readers.
 */
final class Stranger implements Measurement {

    /** The clients take turns within a round, so that whatever else the machine does affects both. */
    private static final int TURNS = 20;

    private final Candidate alone;
    private final Candidate shared;
    private final int calls;
    private final List<StoppedReader> readers;

    /**
     * Creates the measurement.
     *
     * @param alone the client without readers
     * @param shared the client with readers
     * @param readers the number of readers
     * @param calls the number of calls of each client in a round
     */
    Stranger(Candidate alone, Candidate shared, int readers, int calls) {
        this.alone = alone;
        this.shared = shared;
        this.calls = calls;
        this.readers = Stream.generate(StoppedReader::new).limit(readers).toList();
    }

    @Override
    public void warmUp() {
        startReaders();
        Latches.repeatFor(Calls.WARM_UP, () -> {
            call(alone, calls / TURNS);
            call(shared, calls / TURNS);
        });
    }

    @Override
    public Map<Metric, Double> measure() {
        startReaders();
        List<Durations> ofAlone = new ArrayList<>();
        List<Durations> ofShared = new ArrayList<>();
        for (int turn = 0; turn < TURNS; turn++) {
            ofAlone.add(call(alone, calls / TURNS));
            ofShared.add(call(shared, calls / TURNS));
        }
        Durations idle = Durations.ofAll(ofAlone);
        Durations beside = Durations.ofAll(ofShared);
        readers.forEach(StoppedReader::check);
        Map<Metric, Double> metrics = new EnumMap<>(Metric.class);
        metrics.put(Metric.P50, beside.p50Micros());
        metrics.put(Metric.P99, beside.p99Micros());
        metrics.put(Metric.P50_IDLE, idle.p50Micros());
        metrics.put(Metric.P99_IDLE, idle.p99Micros());
        metrics.put(Metric.P50_TO_IDLE, beside.p50Micros() / idle.p50Micros());
        metrics.put(Metric.P99_TO_IDLE, beside.p99Micros() / idle.p99Micros());
        return metrics;
    }

    private void startReaders() {
        for (StoppedReader reader : readers) {
            if (!reader.started) {
                reader.started = true;
                shared.assistants(reader);
            }
        }
        readers.forEach(reader -> Latches.await(reader.begun));
    }

    private static Durations call(Candidate candidate, int calls) {
        return new ClosedLoop(candidate::assistant, calls).run(1);
    }

    /** Requests one element and no more. */
    private static final class StoppedReader implements ListObserver {

        private final CountDownLatch begun = new CountDownLatch(1);
        private final AtomicLong elements = new AtomicLong();
        private final AtomicReference<@Nullable String> end = new AtomicReference<>();
        private boolean started;

        @Override
        public long demand() {
            return 1;
        }

        @Override
        public void next(Object element) {
            elements.incrementAndGet();
            begun.countDown();
        }

        @Override
        public void completed() {
            end("completed");
        }

        @Override
        public void failed(Throwable reason) {
            end("failed: " + reason);
        }

        private void end(String how) {
            end.set(how);
            begun.countDown();
        }

        /** Throws unless the list stands still after its first element. */
        void check() {
            String how = end.get();
            if (how != null || elements.get() != 1) {
                throw new IllegalStateException("a reader that should stand still has " + elements + " elements"
                        + (how == null ? "" : " and " + how));
            }
        }
    }
}
