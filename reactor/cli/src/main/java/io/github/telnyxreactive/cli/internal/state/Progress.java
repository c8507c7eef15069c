package io.github.telnyxreactive.cli.internal.state;

import io.github.telnyxreactive.bulk.BatchEvent;
import io.github.telnyxreactive.bulk.BatchItem;
import io.github.telnyxreactive.bulk.ItemId;
import io.github.telnyxreactive.bulk.RunTotals;
import io.github.telnyxreactive.bulk.Totals;
import io.github.telnyxreactive.bulk.TotalsCollector;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** What is known of a batch while it runs: numbers, and what is shown of each suite. Not thread-safe. */
public final class Progress {

    private final PlannedWork work;
    private final TotalsCollector totals = new TotalsCollector();
    private final Set<ItemId> announcedSuites = new HashSet<>();
    private final Set<ItemId> failedSuites = new HashSet<>();
    private final Set<ItemId> incompleteSuites = new HashSet<>();

    /** How many repetitions of each suite. */
    private final Map<String, Integer> announcedByName = new HashMap<>();

    private final Map<String, Integer> failedByName = new HashMap<>();
    private int announcedTests;
    private int failedTests;

    /**
     * Creates the progress of a batch of which nothing is known yet.
     *
     * @param work what is going to be run
     */
    public Progress(PlannedWork work) {
        this.work = work;
    }

    /**
     * Takes an event.
     *
     * @param event the event
     */
    public void accept(BatchEvent event) {
        totals.accept(event);
        boolean isFirst = event instanceof BatchEvent.Triggered triggered && !triggered.isMore()
                || event instanceof BatchEvent.TriggerFailed
                || event instanceof BatchEvent.OutcomeUnknown unknown && !unknown.isPartial();
        if (event.item().kind() == BatchItem.Kind.SUITE) {
            acceptOfSuite(event, isFirst);
        } else {
            announcedTests += isFirst ? 1 : 0;
            failedTests += isWithoutResult(event) ? 1 : 0;
        }
    }

    private void acceptOfSuite(BatchEvent event, boolean isFirst) {
        ItemId suite = ItemId.of(event.item());
        if (isFirst && announcedSuites.add(suite)) {
            announcedByName.merge(suite.name(), 1, Integer::sum);
        }
        if (isWithoutResult(event)) {
            if (!isFirst) {
                incompleteSuites.add(suite);
            } else if (failedSuites.add(suite)) {
                failedByName.merge(suite.name(), 1, Integer::sum);
            }
        }
    }

    /** Of a single test, each of these is the last event. */
    private static boolean isWithoutResult(BatchEvent event) {
        return event instanceof BatchEvent.TriggerFailed
                || event instanceof BatchEvent.OutcomeUnknown
                || event instanceof BatchEvent.NotStarted
                || event instanceof BatchEvent.Abandoned;
    }

    /**
     * Returns what is going to be run.
     *
     * @return the work
     */
    public PlannedWork work() {
        return work;
    }

    /**
     * Returns the totals of the runs.
     *
     * @return an immutable snapshot
     */
    public Totals totals() {
        return totals.totals();
    }

    /**
     * Returns the totals of the runs of a suite.
     *
     * @param suite the name of the suite
     * @return an immutable snapshot
     */
    public RunTotals suite(String suite) {
        return totals().suites().getOrDefault(suite, RunTotals.NONE);
    }

    /**
     * Returns whether a suite was triggered, or could not be, as many times as it is run.
     *
     * @param suite the name of the suite
     * @return whether there was an event of each repetition
     */
    public boolean isAnnounced(String suite) {
        return announcedByName.getOrDefault(suite, 0) >= work.repetitions();
    }

    /**
     * Returns whether a suite was not, or may not have been, triggered at all.
     *
     * @param suite the name of the suite
     * @return whether the first event of each repetition says so
     */
    public boolean hasFailed(String suite) {
        return failedByName.getOrDefault(suite, 0) >= work.repetitions();
    }

    /**
     * Returns how many items are still to be triggered.
     *
     * @return the number of items without an event
     */
    public int waiting() {
        return Math.max(0, work.items() - announcedSuites.size() - announcedTests);
    }

    /**
     * Returns whether there was an event of each single test.
     *
     * @return whether none of them is still to be triggered
     */
    public boolean areTestsAnnounced() {
        return announcedTests >= work.tests() * work.repetitions();
    }

    /**
     * Returns how many runs there are going to be.
     *
     * @return the number of the plan, or of the runs that are known if there are more
     */
    public int expectedRuns() {
        return Math.max(work.runs(), totals().overall().runs());
    }

    /**
     * Returns how many suites are known to have no complete result.
     *
     * @return the number of suites, each repetition counted
     */
    public int suitesWithoutResult() {
        Set<ItemId> both = new HashSet<>(failedSuites);
        both.addAll(incompleteSuites);
        return both.size();
    }

    /**
     * Returns how many single tests are known to have no result.
     *
     * @return the number of tests, each repetition counted
     */
    public int testsWithoutResult() {
        return failedTests;
    }
}
