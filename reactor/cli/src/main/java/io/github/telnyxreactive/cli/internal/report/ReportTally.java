package io.github.telnyxreactive.cli.internal.report;

import io.github.telnyxreactive.bulk.RunState;
import io.github.telnyxreactive.bulk.RunTotals;
import io.github.telnyxreactive.model.testrun.TestRunStatus;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * The totals of items and their runs.
 *
 * @param all the totals of all runs
 * @param followed the totals of the runs that were not abandoned, since an abandoned run has no outcome whatever its status
 * @param doubtfulItems the number of items that were not certainly triggered, or have no run
 * @param duration how long the runs took together, as far as that is known
 */
record ReportTally(RunTotals all, RunTotals followed, int doubtfulItems, Duration duration) {

    static ReportTally of(List<ReportedItem> items, boolean interrupted) {
        List<ReportedRun> runs =
                items.stream().flatMap(item -> item.runs().stream()).toList();
        List<RunState> states = runs.stream().map(ReportedRun::state).toList();
        int doubtful = (int)
                items.stream().filter(item -> item.doubt(interrupted) != null).count();
        return new ReportTally(
                RunTotals.of(states),
                RunTotals.of(
                        states.stream().filter(run -> run.problem() == null).toList()),
                doubtful,
                runs.stream().map(ReportedRun::durationOrZero).reduce(Duration.ZERO, Duration::plus));
    }

    /** Returns the number of runs. */
    int runs() {
        return all.runs();
    }

    /** Returns the number of runs with an outcome. */
    int of(RunOutcome outcome) {
        return switch (outcome) {
            case PASSED -> followed.passed();
            case FAILED -> followed.failed();
            case ERROR -> followed.error();
            case GIVEN_UP -> all.runs() - followed.runs();
            case NOT_ENDED -> followed.unfinished();
        };
    }

    /** Returns the number of runs by the status last seen, including those that were given up. */
    Map<TestRunStatus, Integer> byStatus() {
        return all.byStatus();
    }

    /** Returns the number of runs that did not pass and of doubtful items. */
    int bad() {
        return runs() - of(RunOutcome.PASSED) + doubtfulItems;
    }

    /** Returns the fraction of passed runs among those that finished or were abandoned, empty if there are none. */
    OptionalDouble passRate() {
        int decided = runs() - of(RunOutcome.NOT_ENDED);
        return decided == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) of(RunOutcome.PASSED) / decided);
    }
}
