package io.github.telnyxreactive.cli.internal.report;

/** The verdict on a batch. An unknown outcome outweighs a failed run, whose outcome at least is known. */
enum Verdict {

    /** Every item was run, and every run passed. */
    PASSED("passed"),

    /** Every item ran to completion, and at least one run did not pass. */
    FAILED("failed"),

    /** Something is unknown: whether an item was triggered, or how a run ended. */
    INCOMPLETE("incomplete"),

    /** The batch was interrupted. */
    INTERRUPTED("interrupted");

    private final String key;

    Verdict(String key) {
        this.key = key;
    }

    static Verdict of(Report report, ReportTally tally) {
        if (report.interrupted()) {
            return INTERRUPTED;
        }
        boolean unknown = tally.of(RunOutcome.GIVEN_UP) + tally.of(RunOutcome.NOT_ENDED) + tally.doubtfulItems() > 0;
        // A batch without runs has proved nothing.
        if (unknown || tally.runs() == 0) {
            return INCOMPLETE;
        }
        return tally.of(RunOutcome.PASSED) == tally.runs() ? PASSED : FAILED;
    }

    /** Returns the name for files that programs read. */
    String key() {
        return key;
    }
}
