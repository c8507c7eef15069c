package io.github.telnyxreactive.model.setting;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.github.telnyxreactive.internal.model.Models;

/**
 * Where a background sound comes from. Values unknown to this library are kept as received.
 *
 * @param value the value on the wire
 */
public record BackgroundAudioType(@JsonValue String value) {

    /** One of the sounds that the service has. */
    public static final BackgroundAudioType PREDEFINED_MEDIA = new BackgroundAudioType("predefined_media");

    /** A web address. */
    public static final BackgroundAudioType MEDIA_URL = new BackgroundAudioType("media_url");

    /** Media that was uploaded before. */
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
