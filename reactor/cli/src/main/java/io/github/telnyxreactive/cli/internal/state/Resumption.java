package io.github.telnyxreactive.cli.internal.state;

import io.github.telnyxreactive.bulk.BatchItem;
import io.github.telnyxreactive.bulk.BatchProgress;
import io.github.telnyxreactive.bulk.ItemProgress;
import io.github.telnyxreactive.bulk.RunState;
import io.github.telnyxreactive.bulk.UnstartedTest;
import java.util.List;

/** The progress with which a batch is resumed. */
final class Resumption {

    private Resumption() {}

    /** Returns the progress of a batch without what is tried again: failures to trigger, and runs that were given up. */
    static BatchProgress of(List<ItemState> items, BatchProgress before) {
        BatchProgress progress = new BatchProgress();
        for (ItemState item : items) {
            progress.expect(item.item());
            ItemProgress known = before.item(item.item());
            if (known != null && known.triggered()) {
                restore(progress, item.item(), known);
            }
        }
        return progress;
    }

    private static void restore(BatchProgress progress, BatchItem item, ItemProgress known) {
        List<RunState> runs =
                known.runs().stream().map(run -> run.withProblem(null)).toList();
        progress.addRuns(item, runs);
        known.notStarted().stream()
                .filter(test -> isMissing(test, runs))
                .forEach(test -> progress.addNotStarted(item, test));
        String problem = known.problem();
        if (known.outcomeUnknown() && problem != null) {
            progress.doubt(item, problem);
        }
    }

    /** A run that was found later shows that a test was started after all. */
    private static boolean isMissing(UnstartedTest test, List<RunState> runs) {
        return runs.stream().noneMatch(run -> test.testId().equals(run.testId()));
    }
}
