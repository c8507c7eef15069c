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
 * @param channels the channels of the recording
 * @param enabled whether calls are recorded
 * @param format the format of the recording
 * @param stopOnConversationEnd whether recording stops when the conversation ends rather than when the call ends
 * @param additionalProperties unknown fields, and known ones that are {@code null} or cannot be read, kept as received;
 *     never {@code null}
 */
@Model
public record RecordingSettings(
        @Nullable RecordingChannels channels,
        @Nullable Boolean enabled,
        @Nullable RecordingFormat format,
        @Nullable Boolean stopOnConversationEnd,
        @Omittable @JsonAnySetter @JsonAnyGetter Map<String, JsonNode> additionalProperties) {

    /** Copies collections. */
    public RecordingSettings {
        additionalProperties = Models.map(additionalProperties);
    }

    /**
     * Returns a builder.
     *
     * @return a new builder
     */
    public static RecordingSettingsBuilder builder() {
        return RecordingSettingsBuilder.builder();
    }

    /**
     * Returns a builder initialized with the components of this value.
     *
     * @return a new builder
     */
    public RecordingSettingsBuilder toBuilder() {
        return RecordingSettingsBuilder.builder(this);
    }
}
