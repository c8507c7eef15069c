package io.github.telnyxreactive.model.assistanttest;

import io.github.telnyxreactive.model.Model;
import org.jspecify.annotations.Nullable;

/**
 * Which tests to list. What is left out does not restrict the list.
 *
 * @param testSuite only the tests of this suite
 * @param telnyxConversationChannel only the tests over this channel
 * @param destination only the tests that talk to this destination
 * @param pageSize how many tests to ask for in one request, 1 to 100; the service takes 20 where this is absent
 */
@Model
public record TestListParams(
        @Nullable String testSuite,
        @Nullable TelnyxConversationChannel telnyxConversationChannel,
        @Nullable String destination,
        @Nullable Integer pageSize) {

    /**
     * Returns a builder.
     *
     * @return a new builder
     */
    public static TestListParamsBuilder.TestListParamsBuilderStage builder() {
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
