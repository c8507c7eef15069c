package io.github.telnyxreactive.model.setting;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import io.github.telnyxreactive.internal.model.Models;
import io.github.telnyxreactive.model.Model;
import io.github.telnyxreactive.model.Omittable;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A message to leave on an answering machine.
 *
 * @param type how the message is created
 * @param message the text to speak, for type {@code message}
 * @param prompt the prompt from which the message is generated, for type {@code prompt}
 * @param additionalProperties unknown fields, and known ones that are {@code null} or cannot be read, kept as received;
 *     never {@code null}
 */
@Model
public record VoicemailMessage(
        @Nullable VoicemailMessageType type,
        @Nullable String message,
        @Nullable String prompt,
        @Omittable @JsonAnySetter @JsonAnyGetter Map<String, JsonNode> additionalProperties) {

    /** Copies collections. */
    public VoicemailMessage {
        additionalProperties = Models.map(additionalProperties);
    }

    /**
     * Returns a builder.
     *
     * @return a new builder
     */
    public static VoicemailMessageBuilder builder() {
        return VoicemailMessageBuilder.builder();
    }

    /**
     * Returns a builder initialized with the components of this value.
     *
     * @return a new builder
     */
    public VoicemailMessageBuilder toBuilder() {
        return VoicemailMessageBuilder.builder(this);
    }
}
