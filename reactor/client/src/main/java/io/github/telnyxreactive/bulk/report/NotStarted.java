package io.github.telnyxreactive.bulk.report;

import io.github.telnyxreactive.bulk.UnstartedTest;
import io.github.telnyxreactive.internal.text.Mask;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A test that was to run as part of an item of a batch, and has no run.
 *
 * @param testId the id of the test
 * @param testName the name of the test, {@code null} if it is not known
 * @param reason why there is no run, as far as that is known, in one line
 */
public record NotStarted(String testId, @Nullable String testName, String reason) {

    /** Checks the required components. */
    public NotStarted {
        Objects.requireNonNull(testId, "testId");
        Objects.requireNonNull(reason, "reason");
    }

    /**
     * Creates an entry from what a batch knows.
     *
     * @param test the test
     * @return the entry
     */
    public static NotStarted of(UnstartedTest test) {
        return new NotStarted(
                test.testId(),
                test.testName(),
                Objects.requireNonNullElse(test.problem(), "the service has started no run of it"));
    }

    /** Returns the same without phone numbers. */
    NotStarted masked() {
        return new NotStarted(testId, Elements.masked(testName), Mask.phoneNumbers(reason));
    }

    /** Returns the name of the test, or its id if it has no name. */
    String displayName() {
        return testName == null || testName.isBlank() ? testId : testName;
    }
}
