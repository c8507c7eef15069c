package io.github.telnyxreactive.cli.internal.command;

import io.github.telnyxreactive.cli.internal.state.Outcome;
import org.jspecify.annotations.Nullable;

/** The exit codes of the program. */
public final class ExitCode {

    /** Every run passed. */
    public static final int PASSED = 0;

    /** Everything ran to completion, and at least one run did not pass. */
    public static final int FAILED = 1;

    /** The command was invalid, or something could not be run to completion. */
    public static final int NOT_RUN = 2;

    /** The user interrupted the program; the conventional exit code after Ctrl-C. */
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
            return NOT_RUN;
        }
        return outcome.isAllPassed() ? PASSED : FAILED;
    }
}
