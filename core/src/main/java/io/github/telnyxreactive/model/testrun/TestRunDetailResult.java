package io.github.telnyxreactive.model.testrun;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import io.github.telnyxreactive.internal.model.Models;
import io.github.telnyxreactive.model.Model;
import io.github.telnyxreactive.model.Omittable;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * The judgement of one rubric item in a run.
 *
 * @param name the label of the rubric item
 * @param status the judgement
 * @param additionalProperties the fields that have no component here, as they came; never {@code null}
 */
@Model
public record TestRunDetailResult(
        String name,
        TestRunStatus status,
        @Omittable @JsonAnySetter @JsonAnyGetter Map<String, JsonNode> additionalProperties) {

    /** Checks that what is required is there, and copies what could change. */
    public TestRunDetailResult {
        Models.required(name, "name");
        Models.required(status, "status");
        additionalProperties = Models.map(additionalProperties);
    }

    /**
     * Starts a new value, with the required components first.
     *
     * @return the first stage of the builder
     */
    public static TestRunDetailResultBuilder.NameStage builder() {
        return TestRunDetailResultBuilder.builder();
    }

    /**
     * Starts from this value, to change some of it.
     *
     * @return a builder that holds every component of this value
     */
    public TestRunDetailResultBuilder toBuilder() {
        return TestRunDetailResultBuilder.builder(this);
    }
}
