package io.github.telnyxreactive.benchmarks.endtoend;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Compares the contenders of a workload. Each has a process of its own and they take turns, so that whatever else the machine
 * does affects all of them.
 */
final class Comparison {

    private static final List<String> OPTIONS = List.of(
            "-XX:+UseSerialGC",
            "-XX:+ExitOnOutOfMemoryError",
            // All have the TLS of the JDK, whatever is on the class path.
            "-Dio.netty.handler.ssl.noOpenSsl=true");

    private final Workload workload;
    private final Services services;
    private final List<Contender> contenders;
    private final int rounds;
    private final boolean freshProcesses;

    /**
     * Creates a comparison.
     *
     * @param workload what is measured
     * @param services the servers
     * @param contenders the contenders
     * @param rounds the number of rounds
     * @param freshProcesses whether every round has processes of its own
     */
    Comparison(Workload workload, Services services, List<Contender> contenders, int rounds, boolean freshProcesses) {
        this.workload = workload;
        this.services = services;
        this.contenders = contenders;
        this.rounds = rounds;
        this.freshProcesses = freshProcesses;
    }

    /** Returns the metrics of all rounds. */
    Results run() {
        Results results = new Results(contenders);
        Map<Contender, PinnedProcess> workers = new LinkedHashMap<>();
        try {
            for (int round = 0; round < rounds; round++) {
                List<Contender> order = new ArrayList<>(contenders);
                Collections.rotate(order, round);
                for (Contender contender : order) {
                    PinnedProcess worker = workers.computeIfAbsent(contender, this::start);
                    results.add(contender, measure(worker));
                    if (freshProcesses) {
                        worker.close();
                        workers.remove(contender);
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

    private PinnedProcess start(Contender contender) {
        List<String> options = new ArrayList<>(OPTIONS);
        options.addAll(workload.heap());
        PinnedProcess worker = new PinnedProcess(
                PinnedProcess.CLIENT_CORE,
                options,
                contender.classPath(),
                Worker.class,
                List.of(
                        workload.name(),
                        contender.candidate().name(),
                        services.baseUrl(workload.service()),
                        services.key(),
                        services.certificate(workload.service())));
        if (worker.request(Worker.WARM_UP) == null) {
            worker.close();
            throw new IllegalStateException("the process of " + contender.title() + " died before its first round");
        }
        return worker;
    }
}
