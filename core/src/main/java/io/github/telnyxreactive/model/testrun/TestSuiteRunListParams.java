package io.github.telnyxreactive.model.testrun;

import io.github.telnyxreactive.model.Model;
import io.github.telnyxreactive.model.limit.Length;
import io.github.telnyxreactive.model.limit.Range;
import org.jspecify.annotations.Nullable;

/**
 * Filters for listing the runs of a suite. Components left out do not restrict the list.
 *
 * @param status only the runs with this status
 * @param testSuiteRunId only the runs that were triggered together under this id
 * @param pageSize the number of runs per page, 1 to 100; the service defaults to 20
 */
@Model
public record TestSuiteRunListParams(
        @Nullable TestRunStatus status,
        @Length(min = 1) @Nullable String testSuiteRunId,
        @Range(min = 1, max = 100) @Nullable Integer pageSize) {

    /**
     * Returns a builder.
     *
     * @return a new builder
     */
    public static TestSuiteRunListParamsBuilder builder() {
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
