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
 * How to run a test.
 *
 * <p>API schema: {@code TriggerTestRunRequest}.
 *
 * @param destinationVersionId the version of the assistant that the run should talk to; it has to exist. Where this is absent, the main version
 * @param additionalProperties the fields that have no component here, as they came; never {@code null}
 */
@Model
public record TriggerTestRunRequest(
        @Nullable String destinationVersionId,
        @Omittable @JsonAnySetter @JsonAnyGetter Map<String, JsonNode> additionalProperties) {

    /** Checks that what is required is there, and copies what could change. */
    public TriggerTestRunRequest {
        additionalProperties = Models.map(additionalProperties);
    }

    /**
     * Starts a new value.
     *
     * @return the first stage of the builder
     */
    public static TriggerTestRunRequestBuilder.TriggerTestRunRequestBuilderStage builder() {
        return TriggerTestRunRequestBuilder.builder();
    }

    /**
     * Starts from this value, to change some of it.
     *
     * @return a builder that holds every component of this value
     */
    public TriggerTestRunRequestBuilder toBuilder() {
        return TriggerTestRunRequestBuilder.builder(this);
    }
}
