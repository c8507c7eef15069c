package io.github.telnyxreactive.benchmarks.endtoend;

import io.github.telnyxreactive.benchmarks.candidate.Candidates;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The metrics of a workload as a table: the medians of all rounds, and in brackets the medians of the ratios to the floor. */
final class WorkloadTable {

    private final Workload workload;
    private final Map<Candidates, List<Map<Metric, Double>>> results;

    WorkloadTable(Workload workload, Map<Candidates, List<Map<Metric, Double>>> results) {
        this.workload = workload;
        this.results = results;
    }

    String table() {
        Set<Metric> metrics = new TreeSet<>();
        results.values().forEach(rounds -> rounds.forEach(round -> metrics.addAll(round.keySet())));
        StringBuilder table = new StringBuilder("\n### " + workload.title() + "\n\n| " + workload + " |");
        metrics.forEach(metric -> table.append(' ').append(metric.title()).append(" |"));
        table.append("\n|---|").append("---:|".repeat(metrics.size())).append('\n');
        results.forEach((candidate, rounds) -> {
            table.append("| ").append(candidate.title()).append(" |");
            metrics.forEach(metric ->
                    table.append(' ').append(cell(metric, candidate, rounds)).append(" |"));
            table.append('\n');
        });
        return table.toString();
    }

    private String cell(Metric metric, Candidates candidate, List<Map<Metric, Double>> rounds) {
        Double median = median(rounds.stream()
                .map(round -> round.getOrDefault(metric, Double.NaN))
                .toList());
        if (median == null) {
            return "";
        }
        String value = String.format(Locale.ROOT, metric.format(), median);
        Double ratio = ratio(metric, candidate);
        return ratio == null ? value : value + String.format(Locale.ROOT, " (%.2f)", ratio);
    }

    /** Returns the median of the ratios to the floor, each within a round, or {@code null} if there is none. */
    @Nullable Double ratio(Metric metric, Candidates candidate) {
        List<Map<Metric, Double>> floor = results.get(Candidates.FLOOR);
        List<Map<Metric, Double>> rounds = results.getOrDefault(candidate, List.of());
        if (floor == null || candidate == Candidates.FLOOR) {
            return null;
        }
        return median(IntStream.range(0, rounds.size())
                .mapToObj(round -> rounds.get(round).getOrDefault(metric, Double.NaN)
                        / floor.get(round).getOrDefault(metric, Double.NaN))
                .toList());
    }

    private static @Nullable Double median(List<Double> values) {
        List<Double> sorted = new ArrayList<>(
                values.stream().filter(Double::isFinite).sorted().toList());
        return sorted.isEmpty() ? null : sorted.get(sorted.size() / 2);
    }
}
