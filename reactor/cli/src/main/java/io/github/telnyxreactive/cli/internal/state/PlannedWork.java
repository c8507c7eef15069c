package io.github.telnyxreactive.cli.internal.state;

import io.github.telnyxreactive.bulk.BatchItem;
import io.github.telnyxreactive.bulk.PlannedItem;
import java.util.ArrayList;
import java.util.List;

/**
 * What a batch is going to run, in short.
 *
 * @param suites the names of the suites, in order
 * @param tests the number of single tests
 * @param runs the number of runs
 */
public record PlannedWork(List<String> suites, int tests, int runs) {

    /** Nothing. */
    public static final PlannedWork NOTHING = new PlannedWork(List.of(), 0, 0);

    /** Copies the list. */
    public PlannedWork {
        suites = List.copyOf(suites);
    }

    /**
     * Adds items of a plan.
     *
     * @param items the items
     * @return the sum
     */
    public PlannedWork plus(List<PlannedItem> items) {
        List<String> names = new ArrayList<>(suites);
        int single = tests;
        int expected = runs;
        for (PlannedItem item : items) {
            if (item.item().kind() == BatchItem.Kind.SUITE) {
                names.add(item.item().name());
            } else {
                single++;
            }
            expected += item.runs();
        }
        return new PlannedWork(names, single, expected);
    }

    /**
     * Returns the number of items.
     *
     * @return how many suites and single tests there are
     */
    public int items() {
        return suites.size() + tests;
    }
}
