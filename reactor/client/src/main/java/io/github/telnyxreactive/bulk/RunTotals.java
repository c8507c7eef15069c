package io.github.telnyxreactive.bulk;

import io.github.telnyxreactive.model.testrun.TestRunStatus;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * What has become of runs at one moment.
 *
 * @param triggeredItems the number of items that were triggered, each of which may have any number of runs
 * @param failedItems the number of items that could not be triggered
 * @param byStatus the number of runs by the status in which they were last seen, including abandoned ones; statuses are in
 *     the order in which they first occurred
 * @param abandoned the number of runs that are no longer followed although they were not seen to end
 * @param failedRubricItems the number of runs that failed each rubric item, the most frequent first
 * @param durations how long the runs took that have ended, {@code null} if none has
 */
public record RunTotals(
        int triggeredItems,
        int failedItems,
        Map<TestRunStatus, Integer> byStatus,
        int abandoned,
        Map<String, Integer> failedRubricItems,
        @Nullable RunDurations durations) {

    /** Totals of no runs. */
    public static final RunTotals NONE = new RunTotals(0, 0, Map.of(), 0, Map.of(), null);

    /** Copies the maps. */
    public RunTotals {
        byStatus = Collections.unmodifiableMap(new LinkedHashMap<>(byStatus));
        failedRubricItems = Collections.unmodifiableMap(new LinkedHashMap<>(failedRubricItems));
    }

    /**
     * Counts runs.
     *
     * @param runs the runs as last seen, each once
     * @return their totals, without any item
     */
    public static RunTotals of(Collection<RunState> runs) {
        Tally tally = new Tally();
        runs.forEach(run -> tally.update(null, run));
        return tally.totals();
    }

    /**
     * Returns the number of all runs.
     *
     * @return how many were triggered
     */
    public int runs() {
        return byStatus.values().stream().mapToInt(Integer::intValue).sum();
    }

    /**
     * Returns the number of runs in a status.
     *
     * @param status the status
     * @return how many were last seen in it
     */
    public int in(TestRunStatus status) {
        return byStatus.getOrDefault(status, 0);
    }

    /**
     * Returns the number of runs that wait to be executed.
     *
     * @return how many were last seen pending
     */
    public int pending() {
        return in(TestRunStatus.PENDING);
    }

    /**
     * Returns the number of runs that are being executed. Those in a status that this library does not know are among them.
     *
     * @return how many have neither ended nor are pending
     */
    public int running() {
        return runs() - pending() - finished();
    }

    /**
     * Returns the number of runs that have passed.
     *
     * @return how many have ended and met their rubric
     */
    public int passed() {
        return in(TestRunStatus.PASSED);
    }

    /**
     * Returns the number of runs that have failed.
     *
     * @return how many have ended and did not meet their rubric
     */
    public int failed() {
        return in(TestRunStatus.FAILED);
    }

    /**
     * Returns the number of runs that were aborted by an error.
     *
     * @return how many have ended in status {@code error}
     */
    public int error() {
        return in(TestRunStatus.ERROR);
    }

    /**
     * Returns the number of runs that have ended.
     *
     * @return how many were seen in a final status
     */
    public int finished() {
        return passed() + failed() + error();
    }

    /**
     * Returns the number of runs that were not seen to end, including abandoned ones.
     *
     * @return how many were last seen in a status that is not final
     */
    public int unfinished() {
        return runs() - finished();
    }

    /**
     * Returns the number of runs that are still followed.
     *
     * @return how many have neither ended nor been abandoned
     */
    public int open() {
        return unfinished() - abandoned;
    }

    /**
     * Returns the share of the passed runs among those that have ended or were abandoned.
     *
     * @return the share, from 0 to 1; empty if no run has ended or was abandoned
     */
    public OptionalDouble passRate() {
        int decided = finished() + abandoned;
        return decided == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) passed() / decided);
    }
}
