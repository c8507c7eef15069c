package io.github.telnyxreactive.model.assistanttest;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import io.github.telnyxreactive.internal.model.Models;
import io.github.telnyxreactive.model.Model;
import io.github.telnyxreactive.model.Omittable;
import io.github.telnyxreactive.model.limit.Length;
import io.github.telnyxreactive.model.limit.Range;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A request to create an assistant test.
 *
 * <p>API schema: {@code CreateAssistantTestRequest}.
 *
 * @param name the name of the test, 1 to 255 characters
 * @param destination the destination of the test, at least 1 character: a phone number or a URL, for example, depending
 *     on the channel
 * @param instructions what the scripted caller does and wants, 1 to 5000 characters
 * @param rubric the criteria, at least one
 * @param description what the test is for, up to 1000 characters
 * @param maxDurationSeconds the maximum duration of the conversation, 1 to 3600 seconds; if absent, the service applies
 *     its own limit
 * @param telnyxConversationChannel the channel of the conversation; if absent, the service uses a web chat
 * @param testSuite the suite that the test belongs to, up to 100 characters
 * @param additionalProperties unknown fields, and known ones that are {@code null} or cannot be read, kept as received;
 *     never {@code null}
 */
@Model
public record CreateAssistantTestRequest(
        @Length(min = 1, max = 255) String name,
        @Length(min = 1) String destination,
        @Length(min = 1, max = 5000) String instructions,
        @Length(min = 1) List<RubricItem> rubric,
        @Length(max = 1000) @Nullable String description,
        @Range(min = 1, max = 3600) @Nullable Integer maxDurationSeconds,
        @Nullable TelnyxConversationChannel telnyxConversationChannel,
        @Length(max = 100) @Nullable String testSuite,
        @Omittable @JsonAnySetter @JsonAnyGetter Map<String, JsonNode> additionalProperties) {

    /** Validates required components and copies collections. */
    public CreateAssistantTestRequest {
        Models.required(name, "name");
        Models.required(destination, "destination");
        Models.required(instructions, "instructions");
        rubric = Models.requiredList(rubric, "rubric");
        additionalProperties = Models.map(additionalProperties);
    }

    /**
     * Returns a builder; required components come first.
     *
     * @return the first stage of the builder
     */
    public static CreateAssistantTestRequestBuilder.NameStage builder() {
        return CreateAssistantTestRequestBuilder.builder();
    }

    /**
     * Returns a builder initialized with the components of this value.
     *
     * @return a new builder
     */
    public CreateAssistantTestRequestBuilder toBuilder() {
        return CreateAssistantTestRequestBuilder.builder(this);
    }
}
