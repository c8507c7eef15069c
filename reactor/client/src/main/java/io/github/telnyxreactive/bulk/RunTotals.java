package io.github.telnyxreactive.bulk;

import io.github.telnyxreactive.model.testrun.TestRunStatus;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * What became of runs, as a value.
 *
 * @param triggerings how many items were triggered, each of which may have any number of runs
 * @param failedTriggerings how many items could not be triggered
 * @param byStatus how many runs were last seen in which status, those that were given up included; the statuses in the
 *     order in which they were first seen
 * @param givenUp how many runs are not followed any longer though they were not seen to end
 * @param failedRubricItems how many runs failed which rubric item, the most frequent first
 * @param durations how long the runs took from their creation to their end, by the service's own clock, {@code null} if
 *     none has ended
 */
public record RunTotals(
        int triggerings,
        int failedTriggerings,
        Map<TestRunStatus, Integer> byStatus,
        int givenUp,
        Map<String, Integer> failedRubricItems,
        @Nullable Durations durations) {

    /** Copies what could change. */
    public RunTotals {
        byStatus = Collections.unmodifiableMap(new LinkedHashMap<>(byStatus));
        failedRubricItems = Collections.unmodifiableMap(new LinkedHashMap<>(failedRubricItems));
    }

    /**
     * Counts all runs.
     *
     * @return how many were triggered
     */
    public int runs() {
        return byStatus.values().stream().mapToInt(Integer::intValue).sum();
    }

    /**
     * Counts the runs in a status.
     *
     * @param status the status
     * @return how many were last seen in it
     */
    public int in(TestRunStatus status) {
        return byStatus.getOrDefault(status, 0);
    }

    /**
     * Counts the runs that have ended.
     *
     * @return how many were seen in a final status
     */
    public int finished() {
        return in(TestRunStatus.PASSED) + in(TestRunStatus.FAILED) + in(TestRunStatus.ERROR);
    }

    /**
     * Counts the runs that are still followed.
     *
     * @return how many have neither ended nor been given up
     */
    public int open() {
        return runs() - finished() - givenUp;
    }

    /**
     * Computes how many of the runs that have an outcome have passed. A run that was given up has not.
     *
     * @return the part of those that have ended or were given up, from 0 to 1; empty if there are none
     */
    public OptionalDouble passRate() {
        int decided = finished() + givenUp;
        return decided == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) in(TestRunStatus.PASSED) / decided);
    }
}
