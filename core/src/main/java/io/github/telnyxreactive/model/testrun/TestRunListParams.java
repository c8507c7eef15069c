package io.github.telnyxreactive.model.testrun;

import io.github.telnyxreactive.model.Model;
import io.github.telnyxreactive.model.limit.Range;
import org.jspecify.annotations.Nullable;

/**
 * Filters for listing the runs of a test. Components left out do not restrict the list.
 *
 * @param status only the runs with this status
 * @param pageSize the number of runs per page, 1 to 100; the service defaults to 20
 */
@Model
public record TestRunListParams(
        @Nullable TestRunStatus status,
        @Range(min = 1, max = 100) @Nullable Integer pageSize) {

    /**
     * Returns a builder.
     *
     * @return a new builder
     */
    public static TestRunListParamsBuilder builder() {
        return TestRunListParamsBuilder.builder();
    }

    /**
     * Returns a builder initialized with the components of this value.
     *
     * @return a new builder
     */
    public TestRunListParamsBuilder toBuilder() {
        return TestRunListParamsBuilder.builder(this);
    }
}
