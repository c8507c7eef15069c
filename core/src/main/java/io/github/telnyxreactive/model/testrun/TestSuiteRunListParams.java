package io.github.telnyxreactive.model.testrun;

import io.github.telnyxreactive.model.Model;
import org.jspecify.annotations.Nullable;

/**
 * Which runs of a suite to list. What is left out does not restrict the list.
 *
 * @param status only the runs in this status
 * @param testSuiteRunId only the runs of this one triggering of the suite
 * @param pageSize how many runs to ask for in one request, 1 to 100; the service takes 20 where this is absent
 */
@Model
public record TestSuiteRunListParams(
        @Nullable TestRunStatus status,
        @Nullable String testSuiteRunId,
        @Nullable Integer pageSize) {

    /**
     * Returns a builder.
     *
     * @return a new builder
     */
    public static TestSuiteRunListParamsBuilder.TestSuiteRunListParamsBuilderStage builder() {
        return TestSuiteRunListParamsBuilder.builder();
    }

    /**
     * Returns a builder initialized with the components of this value.
     *
     * @return a new builder
     */
    public TestSuiteRunListParamsBuilder toBuilder() {
        return TestSuiteRunListParamsBuilder.builder(this);
    }
}
