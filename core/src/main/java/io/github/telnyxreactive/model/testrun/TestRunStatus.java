package io.github.telnyxreactive.model.testrun;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.github.telnyxreactive.internal.model.Models;

/**
 * The status of a test run, or the result for a rubric item. Statuses unknown to this library are kept as received and
 * considered not final.
 *
 * @param value the value on the wire
 */
public record TestRunStatus(@JsonValue String value) {

    /** The run is waiting to be executed. */
    public static final TestRunStatus PENDING = new TestRunStatus("pending");

    /** The run is being set up. */
    public static final TestRunStatus STARTING = new TestRunStatus("starting");

    /** The conversation is in progress. */
    public static final TestRunStatus RUNNING = new TestRunStatus("running");

    /** The run ended and the rubric was met. This status is final. */
    public static final TestRunStatus PASSED = new TestRunStatus("passed");

    /** The run ended and the rubric was not met. This status is final. */
    public static final TestRunStatus FAILED = new TestRunStatus("failed");

    /** The run was aborted by an error. This status is final. */
    public static final TestRunStatus ERROR = new TestRunStatus("error");

    /**
     * Creates an instance with the given value, which need not be one of the constants.
     *
     * @param value the value on the wire
     */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public TestRunStatus {
        Models.required(value, "status");
    }

    /**
     * Returns whether the status is final.
     *
     * @return {@code true} if this is {@link #PASSED}, {@link #FAILED} or {@link #ERROR}
     */
    public boolean isTerminal() {
        return equals(PASSED) || equals(FAILED) || equals(ERROR);
    }

    /**
     * Returns whether the status says that the run has not ended.
     *
     * @return {@code true} if this is {@link #PENDING}, {@link #STARTING} or {@link #RUNNING}
     */
    public boolean isUnderWay() {
        return equals(PENDING) || equals(STARTING) || equals(RUNNING);
    }

    @Override
    public String toString() {
        return value;
    }
}
