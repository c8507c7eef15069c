package io.github.telnyxreactive.webflux.batch;

import io.github.telnyxreactive.internal.json.JsonCodec;
import java.nio.charset.StandardCharsets;

/**
 * An event as readers get it: written once, however many they are.
 *
 * @param type the type of the event
 * @param json its data, on one line
 */
record StreamEvent(String type, String json) {

    static StreamEvent of(String type, Object data) {
        return new StreamEvent(type, new String(JsonCodec.write(data), StandardCharsets.UTF_8));
    }
}
