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
 * What happens when an answering machine is found.
 *
 * @param action what happens
 * @param voicemailMessage what to leave, for the actions that leave a message
 * @param additionalProperties the fields that have no component here, as they came; never {@code null}
 */
@Model
public record OnVoicemailDetected(
        @Nullable VoicemailAction action,
        @Nullable VoicemailMessage voicemailMessage,
        @Omittable @JsonAnySetter @JsonAnyGetter Map<String, JsonNode> additionalProperties) {

    /** Checks that what is required is there, and copies what could change. */
    public OnVoicemailDetected {
        additionalProperties = Models.map(additionalProperties);
    }

    /**
     * Starts a new value.
     *
     * @return the first stage of the builder
     */
    public static OnVoicemailDetectedBuilder.OnVoicemailDetectedBuilderStage builder() {
        return OnVoicemailDetectedBuilder.builder();
    }

    /**
     * Starts from this value, to change some of it.
     *
     * @return a builder that holds every component of this value
     */
    public OnVoicemailDetectedBuilder toBuilder() {
        return OnVoicemailDetectedBuilder.builder(this);
    }
}
