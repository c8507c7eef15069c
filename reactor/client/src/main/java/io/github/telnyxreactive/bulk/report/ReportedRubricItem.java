package io.github.telnyxreactive.bulk.report;

import io.github.telnyxreactive.bulk.RunState;
import io.github.telnyxreactive.internal.text.Mask;
import io.github.telnyxreactive.model.testrun.TestRunDetailResult;
import io.github.telnyxreactive.model.testrun.TestRunStatus;
import java.util.Objects;

/**
 * The result of a rubric item in a run.
 *
 * @param name the name of the rubric item
 * @param status the result
 */
public record ReportedRubricItem(String name, TestRunStatus status) {

    /** Checks the required components. */
    public ReportedRubricItem {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(status, "status");
    }

    /**
     * Creates an item from what the service has said.
     *
     * @param result the result as the service returns it
     * @return the item, {@code unnamed} if it has no name, and {@link RunState#UNKNOWN} if it has no result
     */
    public static ReportedRubricItem of(TestRunDetailResult result) {
        return new ReportedRubricItem(
                Objects.requireNonNullElse(result.name(), "unnamed"),
                Objects.requireNonNullElse(result.status(), RunState.UNKNOWN));
    }

    /** Returns the same without phone numbers. */
    ReportedRubricItem masked() {
        return new ReportedRubricItem(Mask.phoneNumbers(name), status);
    }

    boolean hasPassed() {
        return status.equals(TestRunStatus.PASSED);
    }

    boolean hasFailed() {
        return status.equals(TestRunStatus.FAILED);
    }
}
