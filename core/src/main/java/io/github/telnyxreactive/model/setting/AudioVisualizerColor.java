package io.github.telnyxreactive.model.setting;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.github.telnyxreactive.internal.model.Models;

/**
 * The colour theme of the audio visualizer of a widget. Values unknown to this library are kept as received.
 *
 * @param value the value on the wire
 */
public record AudioVisualizerColor(@JsonValue String value) {

    /** Verdant. */
    public static final AudioVisualizerColor VERDANT = new AudioVisualizerColor("verdant");

    /** Twilight. */
    public static final AudioVisualizerColor TWILIGHT = new AudioVisualizerColor("twilight");

    /** Bloom. */
    public static final AudioVisualizerColor BLOOM = new AudioVisualizerColor("bloom");

    /** Mystic. */
    public static final AudioVisualizerColor MYSTIC = new AudioVisualizerColor("mystic");

    /** Flare. */
    public static final AudioVisualizerColor FLARE = new AudioVisualizerColor("flare");

    /** Glacier. */
    public static final AudioVisualizerColor GLACIER = new AudioVisualizerColor("glacier");

    /**
     * Creates an instance with the given value, which need not be one of the constants.
     *
     * @param value the value on the wire
     */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public AudioVisualizerColor {
        Models.required(value, "color");
    }

    @Override
    public String toString() {
        return value;
    }
}
