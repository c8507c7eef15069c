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
 * What is kept of conversations.
 *
 * <p>API schema: {@code PrivacySettings}.
 *
 * @param dataRetention whether history and insights are kept
 * @param additionalProperties the fields that have no component here, as they came; never {@code null}
 */
@Model
public record PrivacySettings(
        @Nullable Boolean dataRetention,
        @Omittable @JsonAnySetter @JsonAnyGetter Map<String, JsonNode> additionalProperties) {

    /** Checks that what is required is there, and copies what could change. */
    public PrivacySettings {
        additionalProperties = Models.map(additionalProperties);
    }

    /**
     * Starts a new value.
     *
     * @return the first stage of the builder
     */
    public static PrivacySettingsBuilder.PrivacySettingsBuilderStage builder() {
        return PrivacySettingsBuilder.builder();
    }

    /**
     * Starts from this value, to change some of it.
     *
     * @return a builder that holds every component of this value
     */
    public PrivacySettingsBuilder toBuilder() {
        return PrivacySettingsBuilder.builder(this);
    }
}
