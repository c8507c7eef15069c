package io.github.telnyxreactive.bulk.report;

import io.github.telnyxreactive.model.testrun.TestRunStatus;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/** Counts items and their runs, and keeps none of them. */
final class ReportTally {

    private static final double PER_CENT = 100.0;

    private final int[] byOutcome = new int[RunOutcome.values().length];
    private final Map<TestRunStatus, Integer> byStatus = new LinkedHashMap<>();
    private int items;
    private int doubtfulItems;
    private int unknownItems;
    private int notStarted;
    private int runs;
    private int openRuns;
    private Duration duration = Duration.ZERO;

    static ReportTally of(BatchReport report) {
        return of(report, null);
    }

    /** Counts a report, and its tests as well if there is something that counts them. */
    static ReportTally of(BatchReport report, @Nullable TestCounts tests) {
        ReportTally tally = new ReportTally();
        for (ReportedItem item : report.items()) {
            tally.addItem(item, ItemDoubt.of(item, report.interrupted()));
            tally.addParts(item, tests);
        }
        return tally;
    }

    private void addParts(ReportedItem item, @Nullable TestCounts tests) {
        if (tests == null) {
            item.notStarted().forEach(this::add);
            item.runs().forEach(this::add);
            return;
        }
        for (NotStarted test : item.notStarted()) {
            add(test);
            tests.add(test);
        }
        for (ReportedRun run : item.runs()) {
            add(run);
            tests.add(run);
        }
        tests.end(item);
    }

    /** Counts an item without its runs. */
    void addItem(ReportedItem item, @Nullable ItemDoubt doubt) {
        items++;
        doubtfulItems += doubt == null ? 0 : 1;
        unknownItems += item.outcome() == ItemOutcome.UNKNOWN ? 1 : 0;
    }

    void add(NotStarted test) {
        notStarted++;
    }

    void add(ReportedRun run) {
        runs++;
        openRuns += run.outcome() == RunOutcome.NOT_ENDED && !run.ended() ? 1 : 0;
        byOutcome[run.outcome().ordinal()]++;
        byStatus.merge(run.status(), 1, Integer::sum);
        duration = duration.plus(run.durationOrZero());
    }

    /** Counts all that another one has counted. */
    void addAll(ReportTally other) {
        items += other.items;
        doubtfulItems += other.doubtfulItems;
        unknownItems += other.unknownItems;
        notStarted += other.notStarted;
        runs += other.runs;
        openRuns += other.openRuns;
        for (int outcome = 0; outcome < byOutcome.length; outcome++) {
            byOutcome[outcome] += other.byOutcome[outcome];
        }
        other.byStatus.forEach((status, number) -> byStatus.merge(status, number, Integer::sum));
        duration = duration.plus(other.duration);
    }

    int items() {
        return items;
    }

    /** Returns the number of items that must not count as complete. */
    int doubtfulItems() {
        return doubtfulItems;
    }

    /** Returns the number of items of which it is not known whether they were triggered. */
    int unknownItems() {
        return unknownItems;
    }

    /** Returns the number of tests that were to run and have no run. */
    int notStarted() {
        return notStarted;
    }

    int runs() {
        return runs;
    }

    /** Returns the number of runs with an outcome. */
    int of(RunOutcome outcome) {
        return byOutcome[outcome.ordinal()];
    }

    /** Returns the number of runs by the status last seen, including those that were given up. */
    Map<TestRunStatus, Integer> byStatus() {
        return Collections.unmodifiableMap(byStatus);
    }

    /** Returns how long the runs took together, as far as that is known. */
    Duration duration() {
        return duration;
    }

    /** Returns whether all outcomes are known of all that was to run. */
    boolean isComplete() {
        return of(RunOutcome.GIVEN_UP) + of(RunOutcome.NOT_ENDED) + doubtfulItems + notStarted == 0;
    }

    /** Returns the number of runs that did not pass, of doubtful items, and of tests that were not started. */
    int bad() {
        return runs - of(RunOutcome.PASSED) + doubtfulItems + notStarted;
    }

    /**
     * Returns how many of the runs that have ended or were given up, and of the tests that were not started, have passed, in
     * per cent; empty if there are none.
     */
    OptionalDouble passRatePercent() {
        int decided = runs - openRuns + notStarted;
        return decided == 0 ? OptionalDouble.empty() : OptionalDouble.of(PER_CENT * of(RunOutcome.PASSED) / decided);
    }
}
