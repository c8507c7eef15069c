package io.github.telnyxreactive.batch;

import io.github.telnyxreactive.batch.progress.BatchProgress;
import io.github.telnyxreactive.batch.progress.SuiteProgress;
import io.github.telnyxreactive.batch.rendering.Text;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reports what went wrong, in one line for each reason, with stack traces if they are asked for. */
final class Problems {

    private static final String PREFIX = "telnyx-batch: ";

    private final PrintWriter err;
    private final boolean verbose;

    Problems(PrintWriter err, boolean verbose) {
        this.err = err;
        this.verbose = verbose;
    }

    /** Reports that a command could not be carried out at all. */
    void report(Throwable failure) {
        print(Explanation.of(failure), failure);
    }

    /** Reports what went wrong with suites; those with the same reason share a line. */
    void report(BatchProgress progress) {
        Map<String, List<Problem>> byReason = new LinkedHashMap<>();
        for (SuiteProgress suite : progress.suites()) {
            Problem problem = problem(suite);
            if (problem != null) {
                byReason.computeIfAbsent(problem.reason, reason -> new ArrayList<>())
                        .add(problem);
            }
        }
        byReason.forEach((reason, problems) -> print(
                problems.stream().map(Problem::suite).collect(Collectors.joining(", ")) + ": " + reason,
                problems.get(0).cause));
    }

    private static @Nullable Problem problem(SuiteProgress suite) {
        String name = Text.printable(suite.name());
        Throwable failure = suite.failure();
        if (failure != null) {
            return new Problem(name, Explanation.of(failure), failure);
        }
        if (suite.isEmpty()) {
            return new Problem(name, "no run was started, since the suite has no tests; check its name", null);
        }
        Throwable missing = suite.missingNames();
        return missing == null
                ? null
                : new Problem(
                        name,
                        "the names of the tests could not be read, so their ids are shown: " + Explanation.of(missing),
                        missing);
    }

    private void print(String line, @Nullable Throwable cause) {
        err.println(PREFIX + line);
        if (verbose && cause != null) {
            cause.printStackTrace(err);
        }
        err.flush();
    }

    private record Problem(
            String suite, String reason, @Nullable Throwable cause) {}
}
