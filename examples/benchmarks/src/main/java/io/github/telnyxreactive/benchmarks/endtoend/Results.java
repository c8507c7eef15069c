package io.github.telnyxreactive.benchmarks.endtoend;

import io.github.telnyxreactive.benchmarks.candidate.Candidates;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The metrics of all rounds of a workload, by contender. */
final class Results {

    private final Map<Contender, List<Map<Metric, Double>>> rounds = new LinkedHashMap<>();

    Results(List<Contender> contenders) {
        contenders.forEach(contender -> rounds.put(contender, new ArrayList<>()));
    }

    /** Adds the next round of a contender. */
    void add(Contender contender, Map<Metric, Double> metrics) {
        rounds.getOrDefault(contender, List.of()).add(metrics);
    }

    Set<Contender> contenders() {
        return rounds.keySet();
    }

    List<Map<Metric, Double>> rounds(Contender contender) {
        return rounds.getOrDefault(contender, List.of());
    }

    Set<Metric> metrics() {
        Set<Metric> metrics = new TreeSet<>();
        rounds.values().forEach(all -> all.forEach(round -> metrics.addAll(round.keySet())));
        return metrics;
    }

    @Nullable Median median(Contender contender, Metric metric) {
        return Median.of(rounds(contender).stream().mapToDouble(round -> round.getOrDefault(metric, Double.NaN)));
    }

    /** Returns the median of the ratios to the floor, each within a round, or {@code null} if there is none. */
    @Nullable Median ratioToFloor(Contender contender, Metric metric) {
        Contender floor = Contender.of(Candidates.FLOOR);
        return contender.equals(floor) ? null : ratio(contender, floor, metric);
    }

    /**
     * Returns, for a contender from this build, the medians of the ratios to its baseline, each within a round. The result is
     * empty if there is no baseline.
     */
    Map<Metric, Median> ratiosToBaseline(Contender contender) {
        Map<Metric, Median> ratios = new LinkedHashMap<>();
        for (Contender other : contenders()) {
            if (contender.baseline() == null
                    && other.baseline() != null
                    && other.candidate() == contender.candidate()) {
                metrics().forEach(metric -> {
                    Median ratio = ratio(contender, other, metric);
                    if (ratio != null) {
                        ratios.put(metric, ratio);
                    }
                });
            }
        }
        return ratios;
    }

    private @Nullable Median ratio(Contender contender, Contender reference, Metric metric) {
        List<Map<Metric, Double>> own = rounds(contender);
        List<Map<Metric, Double>> others = rounds(reference);
        return Median.of(IntStream.range(0, Math.min(own.size(), others.size()))
                .mapToDouble(round -> own.get(round).getOrDefault(metric, Double.NaN)
                        / others.get(round).getOrDefault(metric, Double.NaN)));
    }

    /** Returns what is written to the JSON file. */
    Json json() {
        Map<String, List<Map<Metric, Double>>> named = new LinkedHashMap<>();
        Map<String, Map<Metric, Median>> ratios = new LinkedHashMap<>();
        for (Contender contender : contenders()) {
            named.put(contender.title(), rounds(contender));
            Map<Metric, Median> own = ratiosToBaseline(contender);
            if (!own.isEmpty()) {
                ratios.put(contender.title(), own);
            }
        }
        return new Json(named, ratios);
    }

    /**
     * The results of a workload as they are written to the JSON file.
     *
     * @param rounds the metrics of each round, by the title of the contender
     * @param ratiosToBaseline the medians of the ratios to the baseline, by the title of the contender from this build
     */
    record Json(Map<String, List<Map<Metric, Double>>> rounds, Map<String, Map<Metric, Median>> ratiosToBaseline) {}
}
