package io.github.telnyxreactive.cli.internal.report;

import io.github.telnyxreactive.model.testrun.TestRunStatus;
import java.time.Duration;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/** Counts items and their runs by outcome. */
final class ReportTally {

    private final Map<RunOutcome, Integer> byOutcome = new EnumMap<>(RunOutcome.class);
    private final Map<TestRunStatus, Integer> byStatus = new LinkedHashMap<>();
    private Duration duration = Duration.ZERO;
    private int runs;
    private int doubtfulItems;

    private ReportTally() {}

    static ReportTally of(List<ReportedItem> items, boolean interrupted) {
        ReportTally tally = new ReportTally();
        items.forEach(item -> tally.add(item, interrupted));
        return tally;
    }

    private void add(ReportedItem item, boolean interrupted) {
        if (item.doubt(interrupted) != null) {
            doubtfulItems++;
        }
        for (ReportedRun run : item.runs()) {
            runs++;
            byOutcome.merge(RunOutcome.of(run), 1, Integer::sum);
            byStatus.merge(run.status(), 1, Integer::sum);
            duration = duration.plus(run.durationOrZero());
        }
    }

    /** Returns the number of runs. */
    int runs() {
        return runs;
    }

    /** Returns the number of runs with an outcome. */
    int of(RunOutcome outcome) {
        return byOutcome.getOrDefault(outcome, 0);
    }

    /** Returns the number of runs by the status last seen, including those that were given up. */
    Map<TestRunStatus, Integer> byStatus() {
        return Collections.unmodifiableMap(byStatus);
    }

    /** Returns the number of items that were not, or may not have been, triggered, or that have no run. */
    int doubtfulItems() {
        return doubtfulItems;
    }

    /** Returns the number of runs that did not pass and of doubtful items. */
    int bad() {
        return runs - of(RunOutcome.PASSED) + doubtfulItems;
    }

    /** Returns the sum of the known durations of runs. */
    Duration duration() {
        return duration;
    }

    /** Returns the fraction of passed runs among those that finished or were given up, empty if there are none. */
    OptionalDouble passRate() {
        int decided = runs - of(RunOutcome.NOT_ENDED);
        return decided == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) of(RunOutcome.PASSED) / decided);
    }
}
