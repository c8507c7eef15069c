package io.github.telnyxreactive.cli.internal.command;

import io.github.telnyxreactive.bulk.ItemProgress;
import io.github.telnyxreactive.bulk.RunState;
import io.github.telnyxreactive.cli.internal.rendering.Items;
import io.github.telnyxreactive.cli.internal.rendering.Text;
import io.github.telnyxreactive.cli.internal.state.BatchState;
import io.github.telnyxreactive.cli.internal.state.ItemState;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reports what went wrong, in one line for each reason, with stack traces if they are asked for. */
public final class Problems {

    private static final String PREFIX = "telnyx-batch: ";
    private static final String EMPTY = "no run was started, since the suite has no tests; check its name";

    private final PrintWriter err;
    private final boolean verbose;

    public Problems(PrintWriter err, boolean verbose) {
        this.err = err;
        this.verbose = verbose;
    }

    /** Reports that a command could not be carried out at all. */
    public void report(Throwable failure) {
        print(Explanation.of(failure), failure);
    }

    /** Reports what went wrong in a batch; items with the same reason share a line. */
    public void report(BatchState state) {
        Map<String, List<ItemState>> byReason = new LinkedHashMap<>();
        Map<String, Map<ItemState, Integer>> abandoned = new LinkedHashMap<>();
        for (ItemState item : state.items()) {
            ItemProgress progress = item.progress();
            String problem = progress.triggered() && progress.runs().isEmpty() ? EMPTY : item.problem();
            if (problem != null) {
                byReason.computeIfAbsent(problem, reason -> new ArrayList<>()).add(item);
            }
            progress.runs().stream()
                    .filter(RunState::isAbandoned)
                    .forEach(run -> abandoned
                            .computeIfAbsent(String.valueOf(run.problem()), reason -> new LinkedHashMap<>())
                            .merge(item, 1, Integer::sum));
        }
        byReason.forEach((reason, items) -> print(Items.names(items) + ": " + reason, state.cause(reason)));
        abandoned.forEach((reason, runs) -> print(
                Items.names(runs.keySet()) + ": " + Text.count(sum(runs), "run") + " did not end: " + reason,
                state.cause(reason)));
    }

    private static int sum(Map<ItemState, Integer> runs) {
        return runs.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** Reports that names of tests are missing. */
    public void reportMissingNames(Throwable reason) {
        print("the names of some tests could not be read, so their ids are shown: " + Explanation.of(reason), reason);
    }

    private void print(String line, @Nullable Throwable cause) {
        err.println(PREFIX + line);
        if (verbose && cause != null) {
            cause.printStackTrace(err);
        }
        err.flush();
    }
}
