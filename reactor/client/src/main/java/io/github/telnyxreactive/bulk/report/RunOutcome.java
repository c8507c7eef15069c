package io.github.telnyxreactive.bulk.report;

import io.github.telnyxreactive.model.testrun.TestRunStatus;
import java.util.Locale;

/** The outcome of a run. Every run has exactly one. */
public enum RunOutcome {

    /** The run finished and met its rubric. */
    PASSED,

    /** The run finished and did not meet its rubric. */
    FAILED,

    /** The run ended in an error. */
    ERROR,

    /** The run is no longer followed, and was not seen to finish. */
    GIVEN_UP,

    /** The run had not finished when it was last seen, or its status is unknown. */
    NOT_ENDED;

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
        return name().toLowerCase(Locale.ROOT);
    }

    /** Returns the name for people. */
    String words() {
        return key().replace('_', ' ');
    }
}
