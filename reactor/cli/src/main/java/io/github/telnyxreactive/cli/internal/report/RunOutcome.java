package io.github.telnyxreactive.cli.internal.report;

import io.github.telnyxreactive.model.testrun.TestRunStatus;

/** The outcome of a run. Every run has exactly one. */
enum RunOutcome {

    /** The run finished and met its rubric. */
    PASSED("passed"),

    /** The run finished and did not meet its rubric. */
    FAILED("failed"),

    /** The run ended in an error. */
    ERROR("error"),

    /** The run is no longer followed, and was not seen to finish. */
    GIVEN_UP("given_up"),

    /** The run had not finished when it was last seen, or its status is unknown. */
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

    /** Returns the name for files that programs read. */
    String key() {
        return key;
    }

    /** Returns the name for people. */
    String words() {
        return key.replace('_', ' ');
    }
}
