package io.github.telnyxreactive.benchmarks.endtoend;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The results of a workload as tables: the medians of all rounds, in brackets the medians of the ratios to the floor, and in
 * tables of their own the ratios to the baseline.
 */
final class WorkloadTable {

    private final Workload workload;
    private final Results results;
    private final StringBuilder text = new StringBuilder();

    private WorkloadTable(Workload workload, Results results) {
        this.workload = workload;
        this.results = results;
    }

    static String of(Workload workload, Results results) {
        WorkloadTable table = new WorkloadTable(workload, results);
        table.appendMedians();
        results.contenders().forEach(table::appendRatiosToBaseline);
        return table.text.toString();
    }

    private void appendMedians() {
        Set<Metric> metrics = results.metrics();
        text.append("\n### ")
                .append(workload.title())
                .append("\n\n| ")
                .append(workload)
                .append(" |");
        metrics.forEach(metric -> text.append(' ').append(metric.title()).append(" |"));
        text.append("\n|---|").append("---:|".repeat(metrics.size())).append('\n');
        for (Contender contender : results.contenders()) {
            text.append("| ").append(contender.title()).append(" |");
            metrics.forEach(
                    metric -> text.append(' ').append(cell(contender, metric)).append(" |"));
            text.append('\n');
        }
    }

    private String cell(Contender contender, Metric metric) {
        Median median = results.median(contender, metric);
        if (median == null) {
            return "";
        }
        Median ratio = results.ratioToFloor(contender, metric);
        return format(metric.format(), median.value()) + (ratio == null ? "" : format(" (%.2f)", ratio.value()));
    }

    private void appendRatiosToBaseline(Contender contender) {
        Map<Metric, Median> ratios = results.ratiosToBaseline(contender);
        if (ratios.isEmpty()) {
            return;
        }
        text.append("\n| ")
                .append(contender.title())
                .append(" / baseline | median | interval | confidence | rounds |\n");
        text.append("|---|---:|---:|---:|---:|\n");
        ratios.forEach((metric, ratio) -> text.append("| ")
                .append(metric.title())
                .append(format(" | %.3f | ", ratio.value()))
                .append(interval(ratio.interval()))
                .append(format(" | %d |\n", ratio.size())));
    }

    private static String interval(Median.@Nullable Interval interval) {
        return interval == null
                ? "too few rounds |"
                : format("%.3f to %.3f | %.1f %%", interval.low(), interval.high(), 100 * interval.confidence());
    }

    private static String format(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }
}
