package io.github.telnyxreactive.model.testrun;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import io.github.telnyxreactive.internal.model.Models;
import io.github.telnyxreactive.model.Model;
import io.github.telnyxreactive.model.Omittable;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * How to run all tests of a suite.
 *
 * <p>API schema: {@code TriggerTestSuiteRunsRequest}.
 *
 * @param destinationVersionId the version of the assistant that all runs of the suite should talk to; it has to exist. Where this is absent, the main version
 * @param additionalProperties the fields that have no component here, as they came; never {@code null}
 */
@Model
public record TriggerTestSuiteRunsRequest(
        @Nullable String destinationVersionId,
        @Omittable @JsonAnySetter @JsonAnyGetter Map<String, JsonNode> additionalProperties) {

    /** Checks that what is required is there, and copies what could change. */
    public TriggerTestSuiteRunsRequest {
        additionalProperties = Models.map(additionalProperties);
    }

    /**
     * Starts a new value.
     *
     * @return the first stage of the builder
     */
    public static TriggerTestSuiteRunsRequestBuilder.TriggerTestSuiteRunsRequestBuilderStage builder() {
        return TriggerTestSuiteRunsRequestBuilder.builder();
    }

    /**
     * Starts from this value, to change some of it.
     *
     * @return a builder that holds every component of this value
     */
    public TriggerTestSuiteRunsRequestBuilder toBuilder() {
        return TriggerTestSuiteRunsRequestBuilder.builder(this);
    }
}
