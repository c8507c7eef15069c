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

/** A workload's figures as a table: medians of the rounds, and beside them the medians of the ratios within a round. */
final class Report {

    private final Workload workload;
    private final Map<Candidates, List<Map<Figure, Double>>> results;

    Report(Workload workload, Map<Candidates, List<Map<Figure, Double>>> results) {
        this.workload = workload;
        this.results = results;
    }

    String table() {
        Set<Figure> figures = new TreeSet<>();
        results.values().forEach(rounds -> rounds.forEach(round -> figures.addAll(round.keySet())));
        StringBuilder table = new StringBuilder("\n### " + workload.title() + "\n\n| " + workload + " |");
        figures.forEach(figure -> table.append(' ').append(figure.title()).append(" |"));
        table.append("\n|---|").append("---:|".repeat(figures.size())).append('\n');
        results.forEach((candidate, rounds) -> {
            table.append("| ").append(candidate.title()).append(" |");
            figures.forEach(figure ->
                    table.append(' ').append(cell(figure, candidate, rounds)).append(" |"));
            table.append('\n');
        });
        return table.toString();
    }

    private String cell(Figure figure, Candidates candidate, List<Map<Figure, Double>> rounds) {
        Double median = median(rounds.stream()
                .map(round -> round.getOrDefault(figure, Double.NaN))
                .toList());
        if (median == null) {
            return "";
        }
        String value = String.format(Locale.ROOT, figure.format(), median);
        Double ratio = ratio(figure, candidate);
        return ratio == null ? value : value + String.format(Locale.ROOT, " (%.2f)", ratio);
    }

    /** The median of the ratios to the floor, each within a round; {@code null} where there is none. */
    @Nullable Double ratio(Figure figure, Candidates candidate) {
        List<Map<Figure, Double>> floor = results.get(Candidates.FLOOR);
        List<Map<Figure, Double>> rounds = results.getOrDefault(candidate, List.of());
        if (floor == null || candidate == Candidates.FLOOR) {
            return null;
        }
        return median(IntStream.range(0, rounds.size())
                .mapToObj(round -> rounds.get(round).getOrDefault(figure, Double.NaN)
                        / floor.get(round).getOrDefault(figure, Double.NaN))
                .toList());
    }

    private static @Nullable Double median(List<Double> values) {
        List<Double> sorted = new ArrayList<>(
                values.stream().filter(Double::isFinite).sorted().toList());
        return sorted.isEmpty() ? null : sorted.get(sorted.size() / 2);
    }
}
