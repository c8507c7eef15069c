package io.github.telnyxreactive.bulk;

import io.github.telnyxreactive.model.testrun.TestRunStatus;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * A snapshot of the number of runs in each status.
 *
 * @param triggeredItems the number of items that were triggered, each of which may have any number of runs
 * @param failedItems the number of items that could not be triggered
 * @param byStatus the number of runs by the status in which they were last seen, including abandoned ones, in the order
 *     in which the statuses were first seen
 * @param abandoned the number of runs that were abandoned before a final status was seen
 * @param failedRubricItems the number of runs that failed each rubric item, by its name, the most frequent first
 * @param durations the durations of the runs that have ended, {@code null} if none has
 * @param endedOtherwise the number of runs that have ended in a status that is not known to be final, or without one
 * @param unknownItems the number of items of which it is not known whether they were triggered, or of which runs exist that
 *     the service has identified nowhere
 * @param notStarted the number of tests of suites that were triggered which have no run
 */
public record RunTotals(
        int triggeredItems,
        int failedItems,
        Map<TestRunStatus, Integer> byStatus,
        int abandoned,
        Map<String, Integer> failedRubricItems,
        @Nullable RunDurations durations,
        int endedOtherwise,
        int unknownItems,
        int notStarted) {

    /** Totals of no runs. */
    public static final RunTotals NONE = new RunTotals(0, 0, Map.of(), 0, Map.of(), null, 0, 0, 0);

    /** Copies the maps. */
    public RunTotals {
        byStatus = Collections.unmodifiableMap(new LinkedHashMap<>(byStatus));
        failedRubricItems = Collections.unmodifiableMap(new LinkedHashMap<>(failedRubricItems));
    }

    /**
     * Counts runs.
     *
     * @param runs the runs as last seen, each once
     * @return their totals, without items
     */
    public static RunTotals of(Collection<RunState> runs) {
        Tally tally = new Tally();
        runs.forEach(run -> tally.update(null, run));
        return tally.totals();
    }

    /**
     * Returns the total number of runs.
     *
     * @return the number of runs in any status
     */
    public int runs() {
        return byStatus.values().stream().mapToInt(Integer::intValue).sum();
    }

    /**
     * Returns the number of runs in a status.
     *
     * @param status the status
     * @return the number of runs that were last seen in it
     */
    public int in(TestRunStatus status) {
        return byStatus.getOrDefault(status, 0);
    }

    /**
     * Returns the number of pending runs, which wait to be executed.
     *
     * @return the number of runs that were last seen in status {@code pending}
     */
    public int pending() {
        return in(TestRunStatus.PENDING);
    }

    /**
     * Returns the number of runs that are being executed, including those in a status that this library does not know.
     *
     * @return the number of runs that are neither pending nor ended
     */
    public int running() {
        return runs() - pending() - finished();
    }

    /**
     * Returns the number of runs that have passed.
     *
     * @return the number of runs that have ended and met their rubric
     */
    public int passed() {
        return in(TestRunStatus.PASSED);
    }

    /**
     * Returns the number of runs that have failed.
     *
     * @return the number of runs that have ended and did not meet their rubric
     */
    public int failed() {
        return in(TestRunStatus.FAILED);
    }

    /**
     * Returns the number of runs that were aborted by an error.
     *
     * @return the number of runs that have ended in status {@code error}
     */
    public int error() {
        return in(TestRunStatus.ERROR);
    }

    /**
     * Returns the number of runs with a result.
     *
     * @return the number of runs that were seen in a final status
     */
    public int finished() {
        return passed() + failed() + error();
    }

    /**
     * Returns the number of runs without a final status, including abandoned ones.
     *
     * @return the number of runs that were last seen in a status that is not final
     */
    public int unfinished() {
        return runs() - finished();
    }

    /**
     * Returns the number of runs that are still followed.
     *
     * @return the number of runs that have neither ended nor been abandoned
     */
    public int open() {
        return unfinished() - abandoned - endedOtherwise;
    }

    /**
     * Returns how many of the runs that have ended or were abandoned, and of the tests that have no run, have passed.
     *
     * @return the rate in per cent, from 0 to 100; empty if there are none
     */
    public OptionalDouble passRate() {
        int decided = finished() + endedOtherwise + abandoned + notStarted;
        return decided == 0 ? OptionalDouble.empty() : OptionalDouble.of(100.0 * passed() / decided);
    }

    /**
     * Returns whether everything that was to run has run and passed.
     *
     * @return whether there is at least one run, every run has passed, every item was triggered, every test of a suite has
     *     a run, and nothing is unknown
     */
    public boolean isAllPassed() {
        return runs() > 0 && passed() == runs() && failedItems == 0 && unknownItems == 0 && notStarted == 0;
    }
}
