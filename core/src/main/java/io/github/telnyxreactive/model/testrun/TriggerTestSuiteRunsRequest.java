package io.github.telnyxreactive.model.testrun;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import io.github.telnyxreactive.internal.model.Models;
import io.github.telnyxreactive.model.Model;
import io.github.telnyxreactive.model.Omittable;
import io.github.telnyxreactive.model.limit.Length;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A request to run all tests of a suite.
 *
 * <p>API schema: {@code TriggerTestSuiteRunsRequest}.
 *
 * @param destinationVersionId the id of the version of the assistant to test in all runs, which must exist; if absent,
 *     the main version
 * @param additionalProperties unknown fields, and known ones that are {@code null} or cannot be read, kept as received;
 *     never {@code null}
 */
@Model
public record TriggerTestSuiteRunsRequest(
        @Length(min = 1) @Nullable String destinationVersionId,
        @Omittable @JsonAnySetter @JsonAnyGetter Map<String, JsonNode> additionalProperties) {

    /** Copies collections. */
    public TriggerTestSuiteRunsRequest {
        additionalProperties = Models.map(additionalProperties);
    }

    /**
     * Returns a builder.
     *
     * @return a new builder
     */
    public static TriggerTestSuiteRunsRequestBuilder builder() {
        return TriggerTestSuiteRunsRequestBuilder.builder();
    }

    /**
     * Returns a builder initialized with the components of this value.
     *
     * @return a new builder
     */
    public TriggerTestSuiteRunsRequestBuilder toBuilder() {
        return TriggerTestSuiteRunsRequestBuilder.builder(this);
    }
}
