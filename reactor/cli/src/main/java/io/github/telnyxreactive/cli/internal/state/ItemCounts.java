package io.github.telnyxreactive.cli.internal.state;

import io.github.telnyxreactive.bulk.BatchItem;
import io.github.telnyxreactive.bulk.report.ItemOutcome;
import io.github.telnyxreactive.bulk.report.ReportedItem;

/** Counts the suites and single tests of a batch, and those without a result. */
public final class ItemCounts {

    private int suites;
    private int tests;
    private int repetitions = 1;
    private int suitesWithoutResult;
    private int testsWithoutResult;
    private int notTriggered;
    private int repeatable;
    private int notStarted;

    ItemCounts() {}

    /**
     * Takes an item.
     *
     * @param item the item
     * @param missing how many of its tests have no run
     * @param isFollowed whether it has runs, and none of them was given up
     * @param isOpen whether some of them have not ended
     */
    void add(ReportedItem item, int missing, boolean isFollowed, boolean isOpen) {
        boolean isSuite = item.kind() == BatchItem.Kind.SUITE;
        boolean isTriggered = item.outcome() == ItemOutcome.TRIGGERED;
        boolean isKnown = isTriggered && item.problem() == null;
        boolean isFirst = item.repeat() == 1;
        suites += isFirst && isSuite ? 1 : 0;
        tests += isFirst && !isSuite ? 1 : 0;
        repetitions = Math.max(repetitions, item.repeat());
        notTriggered += isKnown ? 0 : 1;
        repeatable += isTriggered ? 0 : 1;
        notStarted += missing;
        if (!isOpen && !(isKnown && missing == 0 && isFollowed)) {
            suitesWithoutResult += isSuite ? 1 : 0;
            testsWithoutResult += isSuite ? 0 : 1;
        }
    }

    /** Returns whether all were triggered, every test of a suite has a run, and nothing has ended without a result. */
    boolean areComplete() {
        return suitesWithoutResult + testsWithoutResult + notStarted + repeatable == 0;
    }

    /**
     * Returns the number of suites.
     *
     * @return the number, repetitions left out
     */
    public int suites() {
        return suites;
    }

    /**
     * Returns the number of single tests.
     *
     * @return the number, repetitions left out
     */
    public int tests() {
        return tests;
    }

    /**
     * Returns how many times each suite and test was to run.
     *
     * @return the largest number of a repetition
     */
    public int repetitions() {
        return repetitions;
    }

    /**
     * Returns the number of suites that have ended without a complete result.
     *
     * @return the number, each repetition counted
     */
    public int suitesWithoutResult() {
        return suitesWithoutResult;
    }

    /**
     * Returns the number of single tests that have ended without a result.
     *
     * @return the number, each repetition counted
     */
    public int testsWithoutResult() {
        return testsWithoutResult;
    }

    /**
     * Returns the number of items that were not, or may not have been, triggered, or of which not all runs are known.
     *
     * @return the number
     */
    public int notTriggered() {
        return notTriggered;
    }

    /**
     * Returns the number of tests of suites that were triggered which have no run.
     *
     * @return the number
     */
    public int notStarted() {
        return notStarted;
    }
}
