package io.github.telnyxreactive.model.testrun;

import io.github.telnyxreactive.model.Model;
import org.jspecify.annotations.Nullable;

/**
 * Which runs of a test to list. What is left out does not restrict the list.
 *
 * @param status only the runs in this status
 * @param pageSize how many runs to ask for in one request, 1 to 100; the service takes 20 where this is absent
 */
@Model
public record TestRunListParams(
        @Nullable TestRunStatus status, @Nullable Integer pageSize) {

    /**
     * Returns a builder.
     *
     * @return a new builder
     */
    public static TestRunListParamsBuilder.TestRunListParamsBuilderStage builder() {
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
