package io.github.telnyxreactive.webflux.batch;

import io.github.telnyxreactive.bulk.RunTotals;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.annotation.JsonNaming;

/**
 * The totals of runs.
 *
 * @param runs the number of runs
 * @param byStatus the number of runs by status
 * @param givenUp the number of runs that are no longer followed although they were not seen to end
 * @param passRate how many of the runs that have ended or were given up, and of the tests without a run, have passed,
 *     in per cent, {@code null} if there are none
 * @param failedRubricItems the rubric items that failed in most runs, the most frequent first
 * @param durations how long the runs took that have ended, {@code null} if none has
 */
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
record RunTotalsView(
        int runs,
        Map<String, Integer> byStatus,
        int givenUp,
        @Nullable Double passRate,
        List<RubricCount> failedRubricItems,
        @Nullable DurationsView durations) {

    private static final int MAX_FAILED_ITEMS = 20;

    static RunTotalsView of(RunTotals totals) {
        Map<String, Integer> byStatus = new LinkedHashMap<>();
        totals.byStatus().forEach((status, count) -> byStatus.put(status.value(), count));
        OptionalDouble rate = totals.passRate();
        return new RunTotalsView(
                totals.runs(),
                byStatus,
                totals.abandoned(),
                rate.isPresent() ? rate.getAsDouble() : null,
                totals.failedRubricItems().entrySet().stream()
                        .limit(MAX_FAILED_ITEMS)
                        .map(item -> new RubricCount(item.getKey(), item.getValue()))
                        .toList(),
                DurationsView.of(totals.durations()));
    }
}
