package io.github.telnyxreactive.bulk;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An item of a batch at one moment, with its runs.
 *
 * @param item the item, without runs that were known before
 * @param triggered whether its runs are known; a suite may have none
 * @param problem why it could not be triggered, {@code null} if it was or may still be
 * @param runs its runs as last seen, in the order in which they first occurred
 */
public record ItemProgress(
        BatchItem item, boolean triggered, @Nullable String problem, List<RunState> runs) {

    /** Copies the list. */
    public ItemProgress {
        runs = List.copyOf(runs);
    }

    /**
     * Counts the runs. This takes time in proportion to their number.
     *
     * @return the totals of this item
     */
    public RunTotals totals() {
        return RunTotals.of(runs);
    }

    /**
     * Returns whether nothing more is expected of the item.
     *
     * @return whether every run has ended or was abandoned, or the item could not be triggered
     */
    public boolean isComplete() {
        return triggered
                ? runs.stream().allMatch(run -> run.status().isTerminal() || run.isAbandoned())
                : problem != null;
    }

    /**
     * Returns whether there is a result for every run, and at least one.
     *
     * @return whether the item has runs and all of them have ended
     */
    public boolean hasResult() {
        return !runs.isEmpty() && runs.stream().allMatch(run -> run.status().isTerminal());
    }
}
