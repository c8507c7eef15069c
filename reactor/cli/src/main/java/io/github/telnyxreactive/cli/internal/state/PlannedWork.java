package io.github.telnyxreactive.cli.internal.state;

import io.github.telnyxreactive.bulk.BatchItem;
import io.github.telnyxreactive.bulk.PlannedItem;
import io.github.telnyxreactive.internal.text.Mask;
import java.util.ArrayList;
import java.util.List;

/**
 * What a batch is going to run, in short.
 *
 * @param suites the names of the suites, in order
 * @param tests the number of single tests
 * @param runs the number of runs
 * @param isMasked whether phone numbers are masked where names are shown
 */
public record PlannedWork(List<String> suites, int tests, int runs, boolean isMasked) {

    /** Nothing. */
    public static final PlannedWork NOTHING = new PlannedWork(List.of(), 0, 0);

    /**
     * Creates work whose names are shown as they are.
     *
     * @param suites the names of the suites, in order
     * @param tests the number of single tests
     * @param runs the number of runs
     */
    public PlannedWork(List<String> suites, int tests, int runs) {
        this(suites, tests, runs, false);
    }

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
        return new PlannedWork(names, single, expected, isMasked);
    }

    /**
     * Returns the same work with phone numbers masked where names are shown.
     *
     * @return a copy
     */
    public PlannedWork masked() {
        return new PlannedWork(suites, tests, runs, true);
    }

    /**
     * Returns what is shown of the name of a suite.
     *
     * @param suite the name
     * @return the name, masked if it is to be
     */
    public String label(String suite) {
        return isMasked ? Mask.phoneNumbers(suite) : suite;
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
