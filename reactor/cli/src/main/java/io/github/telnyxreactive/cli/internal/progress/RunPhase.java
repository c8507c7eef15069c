package io.github.telnyxreactive.cli.internal.progress;

import io.github.telnyxreactive.model.testrun.TestRunStatus;

/** How far a run has come, as far as a reader of counts needs to know. */
public enum RunPhase {
    /** Waiting to be executed. */
    PENDING,
    /** Being set up or under way; so are statuses that this program does not know. */
    RUNNING,
    /** Ended, and the rubric was met. */
    PASSED,
    /** Ended, and the rubric was not met. */
    FAILED,
    /** Broken off by an error. */
    ERROR;

    /**
     * Finds the phase of a status.
     *
     * @param status a status as the service gives it
     * @return its phase
     */
    public static RunPhase of(TestRunStatus status) {
        if (status.equals(TestRunStatus.PENDING)) {
            return PENDING;
        }
        if (status.equals(TestRunStatus.PASSED)) {
            return PASSED;
        }
        if (status.equals(TestRunStatus.FAILED)) {
            return FAILED;
        }
        return status.equals(TestRunStatus.ERROR) ? ERROR : RUNNING;
    }
}
