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
 * What became of runs.
 *
 * @param runs how many there are
 * @param byStatus how many are in which status
 * @param givenUp how many are no longer followed though they have not ended
 * @param passRate which part of those that are decided has passed, {@code null} if none is
 * @param failedRubricItems the rubric items that were failed most, the most frequent first
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

    private static final int MOST_FAILED = 20;

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
                        .limit(MOST_FAILED)
                        .map(item -> new RubricCount(item.getKey(), item.getValue()))
                        .toList(),
                DurationsView.of(totals.durations()));
    }
}
