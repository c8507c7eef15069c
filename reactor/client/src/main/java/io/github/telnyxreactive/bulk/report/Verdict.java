package io.github.telnyxreactive.bulk.report;

import java.util.Locale;

/** The verdict on a batch. An unknown outcome outweighs a failed run, whose outcome at least is known. */
public enum Verdict {

    /** Every item was triggered, every test that was to run has a run, and every run passed. */
    PASSED,

    /** Everything that was to run ran to completion, and at least one run did not pass. */
    FAILED,

    /**
     * Something is missing or unknown: whether an item was triggered, whether a test has a run, or how a run ended. A batch
     * without runs has proved nothing and is incomplete as well.
     */
    INCOMPLETE,

    /** The batch was interrupted. */
    INTERRUPTED;

    static Verdict of(BatchReport report, ReportTally tally) {
        if (report.interrupted()) {
            return INTERRUPTED;
        }
        if (!tally.isComplete() || tally.runs() == 0) {
            return INCOMPLETE;
        }
        return tally.of(RunOutcome.PASSED) == tally.runs() ? PASSED : FAILED;
    }

    /** Returns the name for files that programs read. */
    String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
