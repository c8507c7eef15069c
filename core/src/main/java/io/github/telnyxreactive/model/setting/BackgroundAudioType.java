package io.github.telnyxreactive.model.setting;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.github.telnyxreactive.internal.model.Models;

/**
 * The source of background audio. Values unknown to this library are kept as received.
 *
 * @param value the value on the wire
 */
public record BackgroundAudioType(@JsonValue String value) {

    /** A sound predefined by the service. */
    public static final BackgroundAudioType PREDEFINED_MEDIA = new BackgroundAudioType("predefined_media");

    /** A URL. */
    public static final BackgroundAudioType MEDIA_URL = new BackgroundAudioType("media_url");

    /** Previously uploaded media. */
    public static final BackgroundAudioType MEDIA_NAME = new BackgroundAudioType("media_name");

    /**
     * Creates an instance with the given value, which need not be one of the constants.
     *
     * @param value the value on the wire
     */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public BackgroundAudioType {
        Models.required(value, "type");
    }

    @Override
    public String toString() {
        return value;
    }
}
