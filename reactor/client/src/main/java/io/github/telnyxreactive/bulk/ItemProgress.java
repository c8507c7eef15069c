package io.github.telnyxreactive.bulk;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A snapshot of an item of a batch, with its runs.
 *
 * @param item the item, always without {@linkplain BatchItem#runs() runs}
 * @param triggered whether its runs are known, even if a suite has none
 * @param problem why it could not be triggered, or not all of its runs are known, {@code null} if it was triggered or is
 *     still to be
 * @param outcomeUnknown whether runs may exist that are not known
 * @param runs its runs as last seen, in the order in which they were first seen
 * @param notStarted the tests of the suite that have no run
 */
public record ItemProgress(
        BatchItem item,
        boolean triggered,
        @Nullable String problem,
        boolean outcomeUnknown,
        List<RunState> runs,
        List<UnstartedTest> notStarted) {

    /** Copies the lists. */
    public ItemProgress {
        runs = List.copyOf(runs);
        notStarted = List.copyOf(notStarted);
    }

    /**
     * Counts the runs, in time proportional to their number.
     *
     * @return the totals of this item
     */
    public RunTotals totals() {
        return RunTotals.of(runs);
    }

    /**
     * Returns whether the item is complete, so that no further events are expected.
     *
     * @return whether every run has ended or was abandoned, or the item could not be triggered
     */
    public boolean isComplete() {
        return triggered ? runs.stream().allMatch(run -> run.hasEnded() || run.isAbandoned()) : problem != null;
    }

    /**
     * Returns whether there is at least one run, and a result for every run.
     *
     * @return whether the item has runs, all of them are known and have ended, and every test of a suite has one
     */
    public boolean hasResult() {
        return problem == null
                && notStarted.isEmpty()
                && !runs.isEmpty()
                && runs.stream().allMatch(run -> run.hasEnded());
    }
}
