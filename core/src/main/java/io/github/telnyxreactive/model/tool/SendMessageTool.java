package io.github.telnyxreactive.model.tool;

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
 * A tool that sends a text message.
 *
 * @param type always {@code send_message}
 * @param sendMessage the definition of the message
 * @param additionalProperties unknown fields, and known ones that are {@code null} or cannot be read, kept as received;
 *     never {@code null}
 */
@Model
public record SendMessageTool(
        @Omittable String type,
        @Required @Nullable SendMessageToolParams sendMessage,
        @Omittable @JsonAnySetter @JsonAnyGetter Map<String, JsonNode> additionalProperties)
        implements AssistantTool {

    /** The value of the discriminator field {@code type}. */
    public static final String TYPE = "send_message";

    /** Copies collections; {@code type} is always {@link #TYPE}. */
    public SendMessageTool {
        type = TYPE;
        additionalProperties = Models.map(additionalProperties);
    }

    /**
     * Returns a builder; required components come first.
     *
     * @return the first stage of the builder
     */
    public static SendMessageToolBuilder.SendMessageStage builder() {
        return SendMessageToolBuilder.builder();
    }

    /**
     * Returns a builder initialized with the components of this value.
     *
     * @return a new builder
     */
    public SendMessageToolBuilder toBuilder() {
        return SendMessageToolBuilder.builder(this);
    }
}
