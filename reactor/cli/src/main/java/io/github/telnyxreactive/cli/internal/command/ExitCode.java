package io.github.telnyxreactive.cli.internal.command;

import io.github.telnyxreactive.bulk.RunTotals;
import io.github.telnyxreactive.cli.internal.state.BatchState;

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
     * @param state the batch at its end
     * @return the exit code
     */
    public static int of(BatchState state) {
        if (state.isInterrupted()) {
            return INTERRUPTED;
        }
        RunTotals runs = state.totals().overall();
        boolean complete = state.itemsWithoutResult().isEmpty()
                && runs.unfinished() == 0
                && runs.unknownItems() == 0
                && runs.notStarted() == 0;
        if (!complete) {
            return NOT_RUN;
        }
        return runs.isAllPassed() ? PASSED : FAILED;
    }
}
