package io.github.telnyxreactive.gate;

import io.github.telnyxreactive.model.testrun.TestRunStatus;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How a run has ended.
 *
 * @param runId the id of the run
 * @param suiteRunId the id that is common to the runs that were triggered together, {@code null} if it is not known
 * @param status the final status of the run
 */
public record RunEvidence(String runId, @Nullable String suiteRunId, TestRunStatus status) {

    /** Checks the values. */
    public RunEvidence {
        requireNotEmpty(runId, "runId");
        if (!Objects.requireNonNull(status, "status").isTerminal()) {
            throw new IllegalArgumentException("run " + runId + " has not ended: " + status);
        }
    }

    static void requireNotEmpty(String value, String name) {
        if (Objects.requireNonNull(value, name).isEmpty()) {
            throw new IllegalArgumentException(name + " must not be empty");
        }
    }
}
