package io.github.telnyxreactive.model.assistanttest;

import io.github.telnyxreactive.model.Model;
import io.github.telnyxreactive.model.limit.Length;
import io.github.telnyxreactive.model.limit.Range;
import org.jspecify.annotations.Nullable;

/**
 * Filters for listing tests. Components left out do not restrict the list.
 *
 * @param testSuite only the tests of this suite
 * @param telnyxConversationChannel only the tests on this channel
 * @param destination only the tests with this destination
 * @param pageSize the number of tests per page, 1 to 100; the service defaults to 20
 */
@Model
public record TestListParams(
        @Length(min = 1) @Nullable String testSuite,
        @Nullable TelnyxConversationChannel telnyxConversationChannel,
        @Length(min = 1) @Nullable String destination,
        @Range(min = 1, max = 100) @Nullable Integer pageSize) {

    /**
     * Returns a builder.
     *
     * @return a new builder
     */
    public static TestListParamsBuilder builder() {
        return TestListParamsBuilder.builder();
    }

    /**
     * Returns a builder initialized with the components of this value.
     *
     * @return a new builder
     */
    public TestListParamsBuilder toBuilder() {
        return TestListParamsBuilder.builder(this);
    }
}
