package io.github.telnyxreactive.bulk.report;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The verdict on a batch. An unknown outcome outweighs a failed run, whose outcome at least is known. */
public enum Verdict {

    /**
     * Every item was triggered, every test that was to run has a run, every run has a result, and the batch has reached what it
     * has to: by default, every run passed.
     */
    PASSED,

    /**
     * Everything that was to run ran to completion, and the batch has not reached what it has to: by default, at least one run
     * did not pass.
     */
    FAILED,

    /**
     * Something is missing or unknown: whether an item was triggered, whether a test has a run, or how a run ended. A batch
     * without runs has proved nothing and is incomplete as well.
     */
    INCOMPLETE,

    /** The batch was interrupted. */
    INTERRUPTED;

    /** Returns the verdict on a report whose tests were counted if its requirement is about them. */
    static Verdict of(BatchReport report, ReportTally tally, @Nullable TestTotals tests) {
        if (report.interrupted()) {
            return INTERRUPTED;
        }
        if (!tally.isComplete() || tally.runs() == 0) {
            return INCOMPLETE;
        }
        boolean isMet = tests == null
                ? tally.of(RunOutcome.PASSED) == tally.runs()
                : report.requirement().isMet(tests.passed(), tests.tests());
        return isMet ? PASSED : FAILED;
    }

    /** Returns the name for files that programs read. */
    String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
