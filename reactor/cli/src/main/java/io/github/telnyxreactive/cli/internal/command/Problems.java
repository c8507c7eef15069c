package io.github.telnyxreactive.cli.internal.command;

import io.github.telnyxreactive.cli.internal.progress.BatchProgress;
import io.github.telnyxreactive.cli.internal.progress.ItemProgress;
import io.github.telnyxreactive.cli.internal.rendering.Items;
import io.github.telnyxreactive.cli.internal.rendering.Text;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Prints what went wrong to the standard error stream, one line for each reason. */
public final class Problems {

    private static final String PREFIX = "telnyx-batch: ";
    private static final String EMPTY = "no run was started, because the suite has no tests; check its name";

    private final PrintWriter err;
    private final boolean verbose;

    /**
     * Creates a printer.
     *
     * @param err the standard error stream
     * @param verbose whether to print stack traces
     */
    public Problems(PrintWriter err, boolean verbose) {
        this.err = err;
        this.verbose = verbose;
    }

    /**
     * Reports an error that ended the command.
     *
     * @param failure the error
     */
    public void report(Throwable failure) {
        print(Explanation.of(failure), failure);
    }

    /**
     * Reports what went wrong in a batch. Items with the same reason share a line.
     *
     * @param progress the batch at its end
     */
    public void report(BatchProgress progress) {
        Map<String, List<ItemProgress>> byReason = new LinkedHashMap<>();
        Map<String, List<ItemProgress>> givenUp = new LinkedHashMap<>();
        for (ItemProgress item : progress.items()) {
            String problem = item.isEmpty() ? EMPTY : item.problem();
            if (problem != null) {
                byReason.computeIfAbsent(problem, reason -> new ArrayList<>()).add(item);
            }
            item.reasonsOfGivingUp()
                    .forEach(reason -> givenUp.computeIfAbsent(reason, same -> new ArrayList<>())
                            .add(item));
        }
        byReason.forEach((reason, items) -> print(Items.names(items) + ": " + reason, progress.cause(reason)));
        givenUp.forEach((reason, items) -> print(
                Items.names(items) + ": " + Text.count(givenUp(items, reason), "run") + " did not finish: " + reason,
                progress.cause(reason)));
    }

    private static int givenUp(List<ItemProgress> items, String reason) {
        return items.stream().mapToInt(item -> item.givenUpFor(reason)).sum();
    }

    /**
     * Reports that names of tests could not be read.
     *
     * @param reason the error
     */
    public void reportMissingNames(Throwable reason) {
        print("could not read the names of some tests, so their ids are shown: " + Explanation.of(reason), reason);
    }

    private void print(String line, @Nullable Throwable cause) {
        err.println(PREFIX + line);
        if (verbose && cause != null) {
            cause.printStackTrace(err);
        }
        err.flush();
    }
}
