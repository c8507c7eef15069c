package io.github.telnyxreactive.cli.internal.command;

import io.github.telnyxreactive.bulk.RunTotals;
import io.github.telnyxreactive.cli.internal.state.BatchState;

/** The exit codes of the program, and which of them a batch ends with. */
public final class ExitCode {

    /** Every run passed. */
    public static final int PASSED = 0;

    /** Everything was run to its end, and some run did not pass. */
    public static final int FAILED = 1;

    /** The command was wrong, or something could not be run to its end. */
    public static final int NOT_RUN = 2;

    /** The user stopped it: what programs exit with that Ctrl-C ends. */
    public static final int INTERRUPTED = 130;

    private ExitCode() {}

    /** Decides. A suite without a result weighs more than a run that failed, which at least is known. */
    public static int of(BatchState state) {
        if (state.isInterrupted()) {
            return INTERRUPTED;
        }
        RunTotals runs = state.totals().overall();
        if (!state.itemsWithoutResult().isEmpty() || runs.unfinished() > 0) {
            return NOT_RUN;
        }
        return runs.passed() == runs.runs() ? PASSED : FAILED;
    }
}
