package io.github.telnyxreactive.cli.internal.command;

import io.github.telnyxreactive.cli.internal.state.Outcome;
import org.jspecify.annotations.Nullable;

/** The exit codes of the program, which are the same for all commands. Scripts rely on them: they are not changed. */
public final class ExitCode {

    /** The command did what it is for; for a batch, every run passed, or as many tests as it requires. */
    public static final int PASSED = 0;

    /** Everything ran to completion, and at least one run did not pass, or too few tests for what the batch requires. */
    public static final int FAILED = 1;

    /** The command was invalid, or it could not be executed. */
    public static final int NOT_RUN = 2;

    /** Something of a batch was not started, was not followed to its end, or is unknown. */
    public static final int INCOMPLETE = 3;

    /** The gate refused the version on complete evidence. */
    public static final int REFUSED = 4;

    /** The gate was inconclusive: evidence is missing or was changed meanwhile. */
    public static final int INCONCLUSIVE = 5;

    /** The program was interrupted, with Ctrl-C or SIGTERM; the conventional exit code after Ctrl-C. */
    public static final int INTERRUPTED = 130;

    private ExitCode() {}

    /**
     * Returns the exit code of a batch. An item without a result, or a test without a
     * run, outweighs a failed run, whose outcome at least is known.
     *
     * @param outcome the outcome
     * @param error the error that has ended the batch, {@code null} if there was none
     * @return the exit code
     */
    public static int of(Outcome outcome, @Nullable Throwable error) {
        if (outcome.isInterrupted()) {
            return INTERRUPTED;
        }
        if (error != null || !outcome.isComplete()) {
            return INCOMPLETE;
        }
        return outcome.isRequirementMet() ? PASSED : FAILED;
    }
}
