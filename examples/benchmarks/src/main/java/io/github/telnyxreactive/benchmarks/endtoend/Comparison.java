package io.github.telnyxreactive.benchmarks.endtoend;

import io.github.telnyxreactive.benchmarks.candidate.Candidates;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Compares the candidates of a workload. Each has a process of its own and they take turns, so that whatever else the machine
 * does affects all of them.
 */
final class Comparison {

    private static final List<String> OPTIONS = List.of("-XX:+UseSerialGC", "-XX:+ExitOnOutOfMemoryError");

    private final Workload workload;
    private final Services services;
    private final int rounds;

    Comparison(Workload workload, Services services, int rounds) {
        this.workload = workload;
        this.services = services;
        this.rounds = rounds;
    }

    /** Returns the metrics of all rounds, by candidate. */
    Map<Candidates, List<Map<Metric, Double>>> run() {
        Map<Candidates, List<Map<Metric, Double>>> results = new LinkedHashMap<>();
        workload.candidates().forEach(candidate -> results.put(candidate, new ArrayList<>()));
        Map<Candidates, PinnedProcess> workers = new LinkedHashMap<>();
        try {
            for (int round = 0; round < rounds; round++) {
                List<Candidates> order = new ArrayList<>(workload.candidates());
                Collections.rotate(order, round);
                for (Candidates candidate : order) {
                    PinnedProcess worker = workers.computeIfAbsent(candidate, this::start);
                    Objects.requireNonNull(results.get(candidate)).add(measure(worker));
                    if (workload.freshProcessEachRound()) {
                        worker.close();
                        workers.remove(candidate);
                    }
                }
            }
        } finally {
            workers.values().forEach(PinnedProcess::close);
        }
        return results;
    }

    private static Map<Metric, Double> measure(PinnedProcess worker) {
        String response = worker.request(Worker.MEASURE);
        return response == null ? Map.of(Metric.COMPLETED, 0.0) : Worker.parse(response);
    }

    private PinnedProcess start(Candidates candidate) {
        List<String> options = new ArrayList<>(OPTIONS);
        options.addAll(workload.heap());
        PinnedProcess worker = new PinnedProcess(
                PinnedProcess.CLIENT_CORE,
                options,
                Worker.class,
                List.of(workload.name(), candidate.name(), services.baseUrl(workload.service()), services.key()));
        worker.request(Worker.WARM_UP);
        return worker;
    }
}
