package io.github.telnyxreactive.webflux.batch;

import io.github.telnyxreactive.json.TelnyxJson;

/**
 * An event as it is sent to readers: serialized once, however many readers there are.
 *
 * @param type the type of the event
 * @param json its data, on one line
 */
record StreamEvent(String type, String json) {

    static StreamEvent of(String type, Object data) {
        return new StreamEvent(type, TelnyxJson.writeToString(data));
    }
}
