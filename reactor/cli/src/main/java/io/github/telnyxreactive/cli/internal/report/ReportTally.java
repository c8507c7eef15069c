package io.github.telnyxreactive.cli.internal.report;

import io.github.telnyxreactive.model.testrun.TestRunStatus;
import java.time.Duration;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/** Counts what became of some items and their runs. */
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

    /** Returns how many runs there are. */
    int runs() {
        return runs;
    }

    /** Returns how many runs came to this. */
    int of(RunOutcome outcome) {
        return byOutcome.getOrDefault(outcome, 0);
    }

    /** Returns how many runs were last seen in which status, those that were given up included. */
    Map<TestRunStatus, Integer> byStatus() {
        return Collections.unmodifiableMap(byStatus);
    }

    /** Returns how many items were not surely triggered, or have no run. */
    int doubtfulItems() {
        return doubtfulItems;
    }

    /** Returns how many runs and items did not come to a good end. */
    int bad() {
        return runs - of(RunOutcome.PASSED) + doubtfulItems;
    }

    /** Returns how long the runs took together, as far as that is known. */
    Duration duration() {
        return duration;
    }

    /** Returns the part, from 0 to 1, of the runs that ended or were given up that passed; empty if there are none. */
    OptionalDouble passRate() {
        int decided = runs - of(RunOutcome.NOT_ENDED);
        return decided == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) of(RunOutcome.PASSED) / decided);
    }
}
