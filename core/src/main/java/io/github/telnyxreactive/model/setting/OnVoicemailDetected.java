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
 * What happens when an answering machine is detected.
 *
 * @param action the action to take
 * @param voicemailMessage the message to leave, for actions that leave one
 * @param additionalProperties unknown fields, and known ones that are {@code null} or cannot be read, kept as received;
 *     never {@code null}
 */
@Model
public record OnVoicemailDetected(
        @Nullable VoicemailAction action,
        @Nullable VoicemailMessage voicemailMessage,
        @Omittable @JsonAnySetter @JsonAnyGetter Map<String, JsonNode> additionalProperties) {

    /** Copies collections. */
    public OnVoicemailDetected {
        additionalProperties = Models.map(additionalProperties);
    }

    /**
     * Returns a builder.
     *
     * @return a new builder
     */
    public static OnVoicemailDetectedBuilder builder() {
        return OnVoicemailDetectedBuilder.builder();
    }

    /**
     * Returns a builder initialized with the components of this value.
     *
     * @return a new builder
     */
    public OnVoicemailDetectedBuilder toBuilder() {
        return OnVoicemailDetectedBuilder.builder(this);
    }
}
