package io.github.telnyxreactive.model.assistanttest;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import io.github.telnyxreactive.internal.model.Models;
import io.github.telnyxreactive.model.Field;
import io.github.telnyxreactive.model.Model;
import io.github.telnyxreactive.model.Omittable;
import io.github.telnyxreactive.model.limit.Length;
import io.github.telnyxreactive.model.limit.Range;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * A partial update of an assistant test. Fields that are not set stay unchanged.
 *
 * <p>API schema: {@code UpdateAssistantTestRequest}.
 *
 * @param name the name of the test, 1 to 255 characters
 * @param description what the test is for, up to 1000 characters
 * @param destination the destination of the test, at least 1 character
 * @param instructions what the scripted caller does and wants, 1 to 5000 characters
 * @param maxDurationSeconds the maximum duration of the conversation, 1 to 3600 seconds
 * @param rubric the criteria, at least one; they replace the existing ones
 * @param telnyxConversationChannel the channel of the conversation
 * @param testSuite the suite that the test belongs to, up to 100 characters
 * @param additionalProperties unknown fields, and known ones that are {@code null} or cannot be read, kept as received;
 *     never {@code null}
 */
@Model
public record UpdateAssistantTestRequest(
        @Length(min = 1, max = 255) @Omittable Field<String> name,
        @Length(max = 1000) @Omittable Field<String> description,
        @Length(min = 1) @Omittable Field<String> destination,
        @Length(min = 1, max = 5000) @Omittable Field<String> instructions,
        @Range(min = 1, max = 3600) @Omittable Field<Integer> maxDurationSeconds,
        @Length(min = 1) @Omittable Field<List<RubricItem>> rubric,
        @Omittable Field<TelnyxConversationChannel> telnyxConversationChannel,
        @Length(max = 100) @Omittable Field<String> testSuite,
        @Omittable @JsonAnySetter @JsonAnyGetter Map<String, JsonNode> additionalProperties) {

    /** Replaces missing fields with {@link Field#unchanged()} and copies collections. */
    public UpdateAssistantTestRequest {
        name = Field.orUnchanged(name);
        description = Field.orUnchanged(description);
        destination = Field.orUnchanged(destination);
        instructions = Field.orUnchanged(instructions);
        maxDurationSeconds = Field.orUnchanged(maxDurationSeconds);
        rubric = Field.orUnchanged(rubric);
        telnyxConversationChannel = Field.orUnchanged(telnyxConversationChannel);
        testSuite = Field.orUnchanged(testSuite);
        additionalProperties = Models.map(additionalProperties);
    }

    /**
     * Returns a builder.
     *
     * @return a new builder
     */
    public static UpdateAssistantTestRequestBuilder builder() {
        return UpdateAssistantTestRequestBuilder.builder();
    }

    /**
     * Returns a builder initialized with the components of this value.
     *
     * @return a new builder
     */
    public UpdateAssistantTestRequestBuilder toBuilder() {
        return UpdateAssistantTestRequestBuilder.builder(this);
    }
}
