package io.github.telnyxreactive.model.testrun;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.github.telnyxreactive.internal.model.Models;

/**
 * How far a test run, or the judgement of one rubric item, has come. The service may know statuses that have no
 * constant here; they are kept as they came and count as not yet final.
 *
 * @param value the value on the wire
 */
public record TestRunStatus(@JsonValue String value) {

    /** Waiting to be executed. */
    public static final TestRunStatus PENDING = new TestRunStatus("pending");

    /** Being set up. */
    public static final TestRunStatus STARTING = new TestRunStatus("starting");

    /** The conversation is under way. */
    public static final TestRunStatus RUNNING = new TestRunStatus("running");

    /** Ended, and the rubric was met. Final. */
    public static final TestRunStatus PASSED = new TestRunStatus("passed");

    /** Ended, and the rubric was not met. Final. */
    public static final TestRunStatus FAILED = new TestRunStatus("failed");

    /** Broken off by an error. Final. */
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
     * Tells whether the status is final.
     *
     * @return whether this is {@link #PASSED}, {@link #FAILED} or {@link #ERROR}
     */
    public boolean isTerminal() {
        return equals(PASSED) || equals(FAILED) || equals(ERROR);
    }

    @Override
    public String toString() {
        return value;
    }
}
