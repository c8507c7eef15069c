package io.github.telnyxreactive.bulk;

import java.util.Collection;
import java.util.List;
import java.util.Objects;

/**
 * What somebody has decided about an {@link UnresolvedItem}: {@link TestBatch#resolve} records it.
 *
 * @param item the item, or the test of a suite that was triggered on its own
 * @param runs the ids of runs that belong to it, or the {@code test_suite_run_id} that runs have in common; without any,
 *     nothing was started, or nothing more than is known. A run of a suite that is not {@linkplain UnresolvedItem#found()
 *     found} is searched by its own id among the first 1000 that the service lists, and without a limit by the
 *     {@code test_suite_run_id}
 */
public record ItemResolution(ItemId item, List<String> runs) {

    /** Copies the list. */
    public ItemResolution {
        Objects.requireNonNull(item, "item");
        runs = List.copyOf(runs);
    }

    /**
     * Creates the decision that runs belong to an item.
     *
     * @param item the item
     * @param runs the ids of the runs, or the {@code test_suite_run_id} that they have in common; at least one
     * @return the decision
     * @throws IllegalArgumentException if there are none
     */
    public static ItemResolution runs(ItemId item, Collection<String> runs) {
        if (runs.isEmpty()) {
            throw new IllegalArgumentException("at least one run is needed, or the decision that nothing was started");
        }
        return new ItemResolution(item, List.copyOf(runs));
    }

    /**
     * Creates the decision that nothing was started, or nothing more than is known.
     *
     * @param item the item
     * @return the decision
     */
    public static ItemResolution notStarted(ItemId item) {
        return new ItemResolution(item, List.of());
    }
}
