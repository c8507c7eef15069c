package io.github.telnyxreactive.cli.internal.state;

import io.github.telnyxreactive.bulk.BatchItem;
import io.github.telnyxreactive.bulk.PlannedItem;
import io.github.telnyxreactive.internal.text.Mask;
import java.util.ArrayList;
import java.util.List;

/**
 * What a batch is going to run, in short.
 *
 * @param suites the names of the suites, in order, repetitions left out
 * @param tests the number of single tests, repetitions left out
 * @param runs the number of runs, in all repetitions
 * @param repetitions how many times each suite and test is run
 * @param isMasked whether phone numbers are masked where names are shown
 */
public record PlannedWork(List<String> suites, int tests, int runs, int repetitions, boolean isMasked) {

    /** Nothing. */
    public static final PlannedWork NOTHING = new PlannedWork(List.of(), 0, 0);

    /** Copies the list. */
    public PlannedWork {
        suites = List.copyOf(suites);
    }

    /**
     * Creates work that is run once, and whose names are shown as they are.
     *
     * @param suites the names of the suites, in order
     * @param tests the number of single tests
     * @param runs the number of runs
     */
    public PlannedWork(List<String> suites, int tests, int runs) {
        this(suites, tests, runs, 1, false);
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
        int times = repetitions;
        for (PlannedItem item : items) {
            boolean isFirst = item.item().repeat() == 1;
            if (isFirst && item.item().kind() == BatchItem.Kind.SUITE) {
                names.add(item.item().name());
            } else if (isFirst) {
                single++;
            }
            expected += item.runs();
            times = Math.max(times, item.item().repeat());
        }
        return new PlannedWork(names, single, expected, times, isMasked);
    }

    /**
     * Returns the same work with phone numbers masked where names are shown.
     *
     * @return a copy
     */
    public PlannedWork masked() {
        return new PlannedWork(suites, tests, runs, repetitions, true);
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
     * @return how many suites and single tests there are, each repetition counted
     */
    public int items() {
        return (suites.size() + tests) * repetitions;
    }
}
