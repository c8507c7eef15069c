package io.github.telnyxreactive.model.flow;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import io.github.telnyxreactive.internal.model.Models;
import io.github.telnyxreactive.model.Model;
import io.github.telnyxreactive.model.Omittable;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * Met if the language model says so.
 *
 * @param type always {@code llm}
 * @param prompt what the model judges as true or false
 * @param additionalProperties the fields that have no component here, as they came; never {@code null}
 */
@Model
public record LlmCondition(
        @Omittable String type,
        String prompt,
        @Omittable @JsonAnySetter @JsonAnyGetter Map<String, JsonNode> additionalProperties)
        implements Condition {

    /** What the field that tells the members of the union apart says. */
    public static final String TYPE = "llm";

    /** Checks that what is required is there, and copies what could change. */
    public LlmCondition {
        type = TYPE;
        Models.required(prompt, "prompt");
        additionalProperties = Models.map(additionalProperties);
    }

    /**
     * Starts a new value, with the required components first.
     *
     * @return the first stage of the builder
     */
    public static LlmConditionBuilder.PromptStage builder() {
        return LlmConditionBuilder.builder();
    }

    /**
     * Starts from this value, to change some of it.
     *
     * @return a builder that holds every component of this value
     */
    public LlmConditionBuilder toBuilder() {
        return LlmConditionBuilder.builder(this);
    }
}
