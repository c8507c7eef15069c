package io.github.telnyxreactive.model.flow;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import io.github.telnyxreactive.internal.model.Models;
import io.github.telnyxreactive.model.Model;
import io.github.telnyxreactive.model.Omittable;
import io.github.telnyxreactive.model.Required;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A condition that is met if the language model says so.
 *
 * @param type always {@code llm}
 * @param prompt what the model judges to be true or false
 * @param additionalProperties unknown fields, and known ones that are {@code null} or cannot be read, kept as received;
 *     never {@code null}
 */
@Model
public record LlmCondition(
        @Omittable String type,
        @Required @Nullable String prompt,
        @Omittable @JsonAnySetter @JsonAnyGetter Map<String, JsonNode> additionalProperties)
        implements Condition {

    /** The value of the discriminator field {@code type}. */
    public static final String TYPE = "llm";

    /** Copies collections; {@code type} is always {@link #TYPE}. */
    public LlmCondition {
        type = TYPE;
        additionalProperties = Models.map(additionalProperties);
    }

    /**
     * Returns a builder; required components come first.
     *
     * @return the first stage of the builder
     */
    public static LlmConditionBuilder.PromptStage builder() {
        return LlmConditionBuilder.builder();
    }

    /**
     * Returns a builder initialized with the components of this value.
     *
     * @return a new builder
     */
    public LlmConditionBuilder toBuilder() {
        return LlmConditionBuilder.builder(this);
    }
}
