package io.github.telnyxreactive.model.assistanttest;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import io.github.telnyxreactive.internal.model.Models;
import io.github.telnyxreactive.model.Model;
import io.github.telnyxreactive.model.Omittable;
import io.github.telnyxreactive.model.Required;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * An assistant test: a scripted caller, the destination that it talks to, and the rubric by which the conversation is
 * judged.
 *
 * <p>API schema: {@code AssistantTestResponse}.
 *
 * @param testId the id of the test
 * @param name the name of the test
 * @param telnyxConversationChannel the channel of the conversation
 * @param rubric the criteria, in the order received from the service
 * @param createdAt when the test was created
 * @param description what the test is for
 * @param destination the destination of the test, such as a phone number or a URL, depending on the channel
 * @param instructions what the scripted caller does and wants
 * @param maxDurationSeconds the maximum duration of the conversation, in seconds
 * @param testSuite the suite that the test belongs to
 * @param additionalProperties unknown fields, and known ones that are {@code null} or cannot be read, kept as received;
 *     never {@code null}
 */
@Model
public record AssistantTest(
        String testId,
        @Required @Nullable String name,
        @Required @Nullable TelnyxConversationChannel telnyxConversationChannel,
        @Required @Omittable List<RubricItem> rubric,
        @Required @Nullable OffsetDateTime createdAt,
        @Nullable String description,
        @Nullable String destination,
        @Nullable String instructions,
        @Nullable Integer maxDurationSeconds,
        @Nullable String testSuite,
        @Omittable @JsonAnySetter @JsonAnyGetter Map<String, JsonNode> additionalProperties) {

    /** Validates required components and copies collections. */
    public AssistantTest {
        Models.identity(testId, "test_id");
        rubric = Models.list(rubric);
        additionalProperties = Models.map(additionalProperties);
    }

    /**
     * Returns a builder; required components come first.
     *
     * @return the first stage of the builder
     */
    public static AssistantTestBuilder.TestIdStage builder() {
        return AssistantTestBuilder.builder();
    }

    /**
     * Returns a builder initialized with the components of this value.
     *
     * @return a new builder
     */
    public AssistantTestBuilder toBuilder() {
        return AssistantTestBuilder.builder(this);
    }
}
