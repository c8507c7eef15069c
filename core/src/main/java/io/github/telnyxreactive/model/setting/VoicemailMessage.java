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
 * What is left on an answering machine.
 *
 * @param type what it is made of
 * @param message the text to speak, for the type {@code message}
 * @param prompt what to make the message up from, for the type {@code prompt}
 * @param additionalProperties the fields that have no component here, as they came; never {@code null}
 */
@Model
public record VoicemailMessage(
        @Nullable VoicemailMessageType type,
        @Nullable String message,
        @Nullable String prompt,
        @Omittable @JsonAnySetter @JsonAnyGetter Map<String, JsonNode> additionalProperties) {

    /** Checks that what is required is there, and copies what could change. */
    public VoicemailMessage {
        additionalProperties = Models.map(additionalProperties);
    }

    /**
     * Starts a new value.
     *
     * @return the first stage of the builder
     */
    public static VoicemailMessageBuilder.VoicemailMessageBuilderStage builder() {
        return VoicemailMessageBuilder.builder();
    }

    /**
     * Starts from this value, to change some of it.
     *
     * @return a builder that holds every component of this value
     */
    public VoicemailMessageBuilder toBuilder() {
        return VoicemailMessageBuilder.builder(this);
    }
}
