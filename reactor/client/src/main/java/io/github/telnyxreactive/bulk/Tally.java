package io.github.telnyxreactive.bulk;

import io.github.telnyxreactive.model.testrun.TestRunDetailResult;
import io.github.telnyxreactive.model.testrun.TestRunStatus;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Counts runs. Not thread-safe. */
final class Tally {

    private final Map<TestRunStatus, Integer> byStatus = new LinkedHashMap<>();
    private final Map<String, Integer> failedRubricItems = new HashMap<>();
    private int triggeredItems;
    private int failedItems;
    private int abandoned;
    private int endedOtherwise;
    private int unknownItems;
    private int notStarted;
    private int timed;
    private Duration total = Duration.ZERO;
    private @Nullable Duration shortest;
    private @Nullable Duration longest;
    private @Nullable RunTotals current;

    void triggered() {
        current = null;
        triggeredItems++;
    }

    void triggerFailed() {
        current = null;
        failedItems++;
    }

    void outcomeUnknown() {
        current = null;
        unknownItems++;
    }

    void notStarted() {
        current = null;
        notStarted++;
    }

    void abandoned() {
        current = null;
        abandoned++;
    }

    void moved(@Nullable TestRunStatus from, TestRunStatus to) {
        current = null;
        if (from != null) {
            byStatus.merge(from, -1, Integer::sum);
        }
        byStatus.merge(to, 1, Integer::sum);
    }

    void ended(RunState run) {
        current = null;
        endedOtherwise += run.status().isTerminal() ? 0 : 1;
        for (TestRunDetailResult item : run.rubric()) {
            String name = item.name();
            if (name != null && TestRunStatus.FAILED.equals(item.status())) {
                failedRubricItems.merge(name, 1, Integer::sum);
            }
        }
        Duration took = run.duration();
        if (took != null) {
            timed++;
            total = total.plus(took);
            shortest = shortest == null || took.compareTo(shortest) < 0 ? took : shortest;
            longest = longest == null || took.compareTo(longest) > 0 ? took : longest;
        }
    }

    /** Counts a run that is new, or has changed without having ended before. */
    void update(@Nullable RunState last, RunState run) {
        moved(last == null ? null : last.status(), run.status());
        if (last != null && last.isAbandoned()) {
            abandoned--;
        }
        if (run.isAbandoned()) {
            abandoned++;
        }
        if (run.hasEnded()) {
            ended(run);
        }
    }

    /** Returns the same totals until something changes, so that frequent readers cost little. */
    RunTotals totals() {
        RunTotals totals = current;
        if (totals == null) {
            totals = new RunTotals(
                    triggeredItems,
                    failedItems,
                    occupied(),
                    abandoned,
                    mostFrequentFirst(),
                    durations(),
                    endedOtherwise,
                    unknownItems,
                    notStarted);
            current = totals;
        }
        return totals;
    }

    private @Nullable RunDurations durations() {
        Duration min = shortest;
        Duration max = longest;
        return min == null || max == null ? null : new RunDurations(timed, total, min, max);
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
