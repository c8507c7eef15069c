package io.github.telnyxreactive.bulk.report;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How the result of a test differs between two reports. Every test has exactly one change. */
public enum TestChange {

    /** It passed in the earlier report, and failed or flakes in the later one. */
    BROKEN,

    /** It is unknown or was not started in one of the reports, or in both. */
    UNKNOWN,

    /** It flakes in one of the reports, or in both, and did not pass in the earlier one. */
    FLAKY,

    /** It failed in the earlier report, and passed in the later one. */
    MENDED,

    /** It is only in the later report. */
    NEW,

    /** It is only in the earlier report. */
    GONE,

    /** It failed in both reports. */
    STILL_FAILED,

    /** It passed in both reports. */
    STILL_PASSED;

    static TestChange of(@Nullable TestResult earlier, @Nullable TestResult later) {
        if (earlier == null) {
            return NEW;
        }
        return later == null ? GONE : of(earlier.outcome(), later.outcome());
    }

    private static TestChange of(TestOutcome earlier, TestOutcome later) {
        if (isOpen(earlier) || isOpen(later)) {
            return UNKNOWN;
        }
        if (earlier == TestOutcome.PASSED) {
            return later == TestOutcome.PASSED ? STILL_PASSED : BROKEN;
        }
        if (earlier == TestOutcome.FLAKY || later == TestOutcome.FLAKY) {
            return FLAKY;
        }
        return later == TestOutcome.PASSED ? MENDED : STILL_FAILED;
    }

    private static boolean isOpen(TestOutcome outcome) {
        return outcome == TestOutcome.UNKNOWN || outcome == TestOutcome.NOT_STARTED;
    }

    /** Returns the name for files that programs read. */
    String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
