package io.github.telnyxreactive.bulk.report;

import java.util.Locale;

/** What the runs of a test in one report show together. */
public enum TestOutcome {

    /** Every run passed, and none is missing. */
    PASSED,

    /** At least one run ended without passing, and none passed. */
    FAILED,

    /** Some runs passed, and others ended without passing. */
    FLAKY,

    /** No run is known to have ended without passing, and it is not known how one ended or whether there are more. */
    UNKNOWN,

    /** No run is known to have ended without passing, and one was not started. */
    NOT_STARTED;

    /** Returns the name for files that programs read. */
    String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
