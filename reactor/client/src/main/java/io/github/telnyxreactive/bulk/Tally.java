package io.github.telnyxreactive.bulk;

import io.github.telnyxreactive.model.testrun.TestRun;
import io.github.telnyxreactive.model.testrun.TestRunDetailResult;
import io.github.telnyxreactive.model.testrun.TestRunStatus;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Counts runs. To be used by one thread at a time. */
final class Tally {

    private final Map<TestRunStatus, Integer> byStatus = new LinkedHashMap<>();
    private final Map<String, Integer> failedRubricItems = new HashMap<>();
    private int triggerings;
    private int failedTriggerings;
    private int givenUp;
    private int timed;
    private Duration total = Duration.ZERO;
    private @Nullable Duration shortest;
    private @Nullable Duration longest;

    void triggered() {
        triggerings++;
    }

    void triggerFailed() {
        failedTriggerings++;
    }

    void givenUp() {
        givenUp++;
    }

    void moved(@Nullable TestRunStatus from, TestRunStatus to) {
        if (from != null) {
            byStatus.merge(from, -1, Integer::sum);
        }
        byStatus.merge(to, 1, Integer::sum);
    }

    void ended(TestRun run) {
        for (TestRunDetailResult item : run.detailStatus()) {
            if (item.status().equals(TestRunStatus.FAILED)) {
                failedRubricItems.merge(item.name(), 1, Integer::sum);
            }
        }
        if (run.completedAt() == null) {
            return;
        }
        Duration took = Duration.between(run.createdAt(), run.completedAt());
        timed++;
        total = total.plus(took);
        shortest = shortest == null || took.compareTo(shortest) < 0 ? took : shortest;
        longest = longest == null || took.compareTo(longest) > 0 ? took : longest;
    }

    RunTotals totals() {
        Duration min = shortest;
        Duration max = longest;
        Durations durations =
                min == null || max == null ? null : new Durations(timed, min, total.dividedBy(timed), max);
        return new RunTotals(triggerings, failedTriggerings, occupied(), givenUp, mostFrequentFirst(), durations);
    }

    private Map<TestRunStatus, Integer> occupied() {
        Map<TestRunStatus, Integer> occupied = new LinkedHashMap<>(byStatus);
        occupied.values().removeIf(count -> count == 0);
        return occupied;
    }

    private Map<String, Integer> mostFrequentFirst() {
        Comparator<Map.Entry<String, Integer>> byCount = Map.Entry.comparingByValue(Comparator.reverseOrder());
        return failedRubricItems.entrySet().stream()
                .sorted(byCount.thenComparing(Map.Entry.comparingByKey()))
                .collect(Collectors.toMap(
                        Map.Entry::getKey, Map.Entry::getValue, (one, other) -> one, LinkedHashMap::new));
    }
}
