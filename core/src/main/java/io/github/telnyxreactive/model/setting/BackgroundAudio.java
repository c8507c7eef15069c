package io.github.telnyxreactive.model.setting;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import io.github.telnyxreactive.internal.model.Models;
import io.github.telnyxreactive.model.Model;
import io.github.telnyxreactive.model.Omittable;
import io.github.telnyxreactive.model.Required;
import io.github.telnyxreactive.model.limit.Range;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Audio that plays in the background of a call.
 *
 * @param type where the audio comes from
 * @param value a predefined sound such as {@code silence} or {@code office}, a URL, or the name of uploaded media,
 *     depending on the type
 * @param volume the volume, 0.1 to 1.0
 * @param additionalProperties unknown fields, and known ones that are {@code null} or cannot be read, kept as received;
 *     never {@code null}
 */
@Model
public record BackgroundAudio(
        @Required @Nullable BackgroundAudioType type,
        @Required @Nullable String value,
        @Range(min = 0.1, max = 1.0) @Nullable Double volume,
        @Omittable @JsonAnySetter @JsonAnyGetter Map<String, JsonNode> additionalProperties) {

    /** Copies collections. */
    public BackgroundAudio {
        additionalProperties = Models.map(additionalProperties);
    }

    /**
     * Returns a builder; required components come first.
     *
     * @return the first stage of the builder
     */
    public static BackgroundAudioBuilder.TypeStage builder() {
        return BackgroundAudioBuilder.builder();
    }

    /**
     * Returns a builder initialized with the components of this value.
     *
     * @return a new builder
     */
    public BackgroundAudioBuilder toBuilder() {
        return BackgroundAudioBuilder.builder(this);
    }
}
