package io.github.telnyxreactive.cli.internal.report;

import io.github.telnyxreactive.model.testrun.TestRunStatus;

/** What became of a run. Exactly one of these is true of each. */
enum RunOutcome {

    /** It ended and met its rubric. */
    PASSED("passed"),

    /** It ended and did not meet its rubric. */
    FAILED("failed"),

    /** It was broken off by an error. */
    ERROR("error"),

    /** It is not followed any longer, though nobody has seen its end. */
    GIVEN_UP("given_up"),

    /** It was still to end when it was last seen, or its status is one that nobody knows. */
    NOT_ENDED("not_ended");

    private final String key;

    RunOutcome(String key) {
        this.key = key;
    }

    static RunOutcome of(ReportedRun run) {
        TestRunStatus status = run.status();
        if (run.problem() != null) {
            return GIVEN_UP;
        }
        if (status.equals(TestRunStatus.PASSED)) {
            return PASSED;
        }
        if (status.equals(TestRunStatus.FAILED)) {
            return FAILED;
        }
        return status.equals(TestRunStatus.ERROR) ? ERROR : NOT_ENDED;
    }

    /** Returns the name in files that programs read. */
    String key() {
        return key;
    }

    /** Returns the name for people. */
    String words() {
        return key.replace('_', ' ');
    }
}
