package io.github.telnyxreactive.cli.internal.report;

/** What came of the whole batch. What is not known weighs more than a run that failed, which at least is known. */
enum Verdict {

    /** Every item was run, and every run passed. */
    PASSED("passed"),

    /** Every item was run to its end, and some run did not pass. */
    FAILED("failed"),

    /** Something is not known: an item that was not surely triggered, or a run whose end nobody has seen. */
    INCOMPLETE("incomplete"),

    /** The batch was broken off. */
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
        // A batch of nothing has shown nothing.
        if (unknown || tally.runs() == 0) {
            return INCOMPLETE;
        }
        return tally.of(RunOutcome.PASSED) == tally.runs() ? PASSED : FAILED;
    }

    /** Returns the name in files that programs read. */
    String key() {
        return key;
    }
}
