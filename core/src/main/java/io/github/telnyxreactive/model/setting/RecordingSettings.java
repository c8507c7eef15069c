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
 * How calls are recorded.
 *
 * @param channels how many channels
 * @param enabled whether calls are recorded at all
 * @param format the format
 * @param stopOnConversationEnd whether recording ends with the conversation rather than with the call
 * @param additionalProperties the fields that have no component here, as they came; never {@code null}
 */
@Model
public record RecordingSettings(
        @Nullable RecordingChannels channels,
        @Nullable Boolean enabled,
        @Nullable RecordingFormat format,
        @Nullable Boolean stopOnConversationEnd,
        @Omittable @JsonAnySetter @JsonAnyGetter Map<String, JsonNode> additionalProperties) {

    /** Checks that what is required is there, and copies what could change. */
    public RecordingSettings {
        additionalProperties = Models.map(additionalProperties);
    }

    /**
     * Starts a new value.
     *
     * @return the first stage of the builder
     */
    public static RecordingSettingsBuilder.RecordingSettingsBuilderStage builder() {
        return RecordingSettingsBuilder.builder();
    }

    /**
     * Starts from this value, to change some of it.
     *
     * @return a builder that holds every component of this value
     */
    public RecordingSettingsBuilder toBuilder() {
        return RecordingSettingsBuilder.builder(this);
    }
}
