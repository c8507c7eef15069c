package io.github.telnyxreactive.bulk;

import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A test of a suite that was triggered, and that has no run.
 *
 * @param testId the id of the test
 * @param testName the name of the test, {@code null} if it has none
 * @param problem why it could not be triggered, {@code null} if the service has just not started a run for it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record UnstartedTest(
        @JsonProperty("test_id") @JsonAlias("testId") String testId,

        @JsonProperty("test_name") @JsonAlias("testName") @Nullable String testName,

        @Nullable String problem) {

    /** Checks the id. */
    public UnstartedTest {
        Objects.requireNonNull(testId, "testId");
    }
}
