package io.github.telnyxreactive.cli.internal.command;

import io.github.telnyxreactive.bulk.JournalException;
import io.github.telnyxreactive.cli.internal.rendering.Items;
import io.github.telnyxreactive.cli.internal.rendering.Text;
import io.github.telnyxreactive.cli.internal.state.OutcomeProblems;
import io.github.telnyxreactive.internal.text.Mask;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.ParseResult;

/** Prints what went wrong to the standard error stream, one line for each reason. */
public final class Problems {

    private static final String PREFIX = "telnyx-batch: ";
    private static final String MASK = "--mask";
    private static final int MAX_TESTS = 5;

    private final PrintWriter err;
    private final boolean verbose;
    private final UnaryOperator<String> shown;

    /**
     * Creates a printer for a command that masks nothing.
     *
     * @param err the standard error stream
     * @param verbose whether to print stack traces
     */
    public Problems(PrintWriter err, boolean verbose) {
        this(err, verbose, shown(false));
    }

    private Problems(PrintWriter err, boolean verbose, UnaryOperator<String> shown) {
        this.err = err;
        this.verbose = verbose;
        this.shown = shown;
    }

    /**
     * Returns a printer for a command that is executed, as its options {@code --verbose} and {@code --mask} want it.
     *
     * @param command the command
     * @return a printer
     */
    public static Problems of(CommandLine command) {
        ParseResult given = command.getParseResult();
        return new Problems(
                command.getErr(),
                given.matchedOptionValue("--verbose", false),
                shown(given.matchedOptionValue(MASK, false)));
    }

    /**
     * Returns a printer for a command that is refused. Its arguments may not have been parsed to the end.
     *
     * @param command the command
     * @param arguments the arguments of the program
     * @return a printer
     */
    public static Problems ofRefused(CommandLine command, String... arguments) {
        return new Problems(command.getErr(), false, shown(List.of(arguments).contains(MASK)));
    }

    private static UnaryOperator<String> shown(boolean isMasked) {
        return isMasked ? Mask::phoneNumbers : text -> text;
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
     * @param problems what went wrong, as it is shown
     * @param known the errors by their description, as far as they are known
     */
    public void report(OutcomeProblems problems, Map<String, Throwable> known) {
        Map<String, Throwable> causes = new HashMap<>();
        known.forEach((description, cause) -> causes.put(shown.apply(description), cause));
        for (OutcomeProblems.Problem missing : problems.notStarted()) {
            reportNotStarted(missing, causes.get(missing.reason()));
        }
        problems.items()
                .forEach(problem -> print(
                        Items.names(problem.names(), problem.distinct()) + ": " + problem.reason(),
                        causes.get(problem.reason())));
        problems.givenUp()
                .forEach(problem -> print(
                        Items.names(problem.names(), problem.distinct()) + ": " + Text.count(problem.count(), "run")
                                + " did not finish: " + problem.reason(),
                        causes.get(problem.reason())));
        problems.endedOtherwise()
                .forEach(problem -> print(
                        Items.names(problem.names(), problem.distinct()) + ": " + Text.count(problem.count(), "run")
                                + " ended with the status \"" + problem.reason()
                                + "\", which is not known to be a result",
                        null));
        if (problems.hidden() > 0) {
            print(
                    "... and " + Text.count(problems.hidden(), "more problem")
                            + "; --junit, --json and --markdown write all of them to files",
                    null);
        }
    }

    private void reportNotStarted(OutcomeProblems.Problem missing, @Nullable Throwable cause) {
        String tests =
                missing.names().stream().limit(MAX_TESTS).map(Text::printable).collect(Collectors.joining(", "));
        int more = missing.count() - Math.min(MAX_TESTS, missing.names().size());
        print(
                Text.printable(missing.item()) + ": no run was started for " + Text.count(missing.count(), "test")
                        + ": " + tests + (more > 0 ? " and " + more + " more" : "") + " (" + missing.reason() + ")",
                cause);
    }

    /**
     * Reports that the service does not accept the API key any more.
     *
     * @param resume how to go on, {@code null} if that is not possible
     */
    public void reportRejection(@Nullable String resume) {
        print(
                "the API key is not accepted any more: set TELNYX_API_KEY to a key that is"
                        + (resume == null ? ", and run this as a new batch" : ", then continue with: " + resume),
                null);
    }

    /**
     * Reports that the journal could not be written.
     *
     * @param failure the error
     * @param resume how to go on, {@code null} if that is not possible
     */
    public void reportJournal(JournalException failure, @Nullable String resume) {
        print(
                Explanation.of(failure) + ": free space on the disk"
                        + (resume == null ? "" : ", then continue with: " + resume),
                failure);
    }

    /**
     * Reports an error that has ended a batch.
     *
     * @param error the error
     * @param resume how to go on, {@code null} if that is not possible
     */
    public void reportEnd(Throwable error, @Nullable String resume) {
        String advice = error instanceof OutOfMemoryError ? "; give the program more memory (java -Xmx...)" : "";
        print(
                Explanation.of(error)
                        + advice
                        + (resume == null ? "" : "; all that was done is in the journal, so continue with: " + resume),
                error);
    }

    private void print(String line, @Nullable Throwable cause) {
        err.println(PREFIX + Text.printable(shown.apply(line)));
        if (verbose && cause != null) {
            StringWriter trace = new StringWriter();
            cause.printStackTrace(new PrintWriter(trace, true));
            err.print(shown.apply(trace.toString()));
        }
        err.flush();
    }
}
