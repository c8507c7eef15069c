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
     * Starts a new value.
     *
     * @return the first stage of the builder
     */
    public static TestRunListParamsBuilder.TestRunListParamsBuilderStage builder() {
        return TestRunListParamsBuilder.builder();
    }

    /**
     * Starts from this value, to change some of it.
     *
     * @return a builder that holds every component of this value
     */
    public TestRunListParamsBuilder toBuilder() {
        return TestRunListParamsBuilder.builder(this);
    }
}
