package io.github.telnyxreactive.cli.internal.command;

import io.github.telnyxreactive.bulk.ItemProgress;
import io.github.telnyxreactive.bulk.RunState;
import io.github.telnyxreactive.bulk.UnstartedTest;
import io.github.telnyxreactive.cli.internal.journal.JournalException;
import io.github.telnyxreactive.cli.internal.rendering.Items;
import io.github.telnyxreactive.cli.internal.rendering.Text;
import io.github.telnyxreactive.cli.internal.state.BatchState;
import io.github.telnyxreactive.cli.internal.state.ItemState;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Prints what went wrong to the standard error stream, one line for each reason. */
public final class Problems {

    private static final String PREFIX = "telnyx-batch: ";
    private static final String EMPTY = "no run was started, because the suite has no tests; check its name";

    private static final int MAX_TESTS = 5;

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
     * @param state the batch at its end
     */
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
        for (ItemState item : state.items()) {
            reportNotStarted(item, state);
        }
        byReason.forEach((reason, items) -> print(Items.names(items) + ": " + reason, state.cause(reason)));
        abandoned.forEach((reason, runs) -> print(
                Items.names(runs.keySet()) + ": " + Text.count(sum(runs), "run") + " did not finish: " + reason,
                state.cause(reason)));
    }

    private void reportNotStarted(ItemState item, BatchState state) {
        List<UnstartedTest> missing = item.progress().notStarted();
        if (missing.isEmpty()) {
            return;
        }
        String tests = missing.stream()
                .limit(MAX_TESTS)
                .map(test -> "\"" + Objects.requireNonNullElse(test.testName(), test.testId()) + "\"")
                .collect(Collectors.joining(", "));
        String more = missing.size() > MAX_TESTS ? " and " + (missing.size() - MAX_TESTS) + " more" : "";
        String problem = missing.get(0).problem();
        print(
                Items.names(List.of(item)) + ": no run was started for " + Text.count(missing.size(), "test") + ": "
                        + tests + more + (problem == null ? "" : " (" + problem + ")"),
                problem == null ? null : state.cause(problem));
    }

    /**
     * Reports that the service does not accept the API key any more.
     *
     * @param resume how to go on, {@code null} if that is not possible
     */
    public void reportRejection(@Nullable String resume) {
        print(
                "the API key is not accepted any more: set TELNYX_API_KEY to a key that is"
                        + (resume == null ? "" : ", then continue with: " + resume),
                null);
    }

    /**
     * Reports that the journal could not be written.
     *
     * @param failure the error
     * @param resume how to go on
     */
    public void reportJournal(JournalException failure, String resume) {
        print(
                Explanation.of(failure) + "; nothing more was triggered: free space on the disk, then continue with: "
                        + resume,
                failure);
    }

    private static int sum(Map<ItemState, Integer> runs) {
        return runs.values().stream().mapToInt(Integer::intValue).sum();
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
