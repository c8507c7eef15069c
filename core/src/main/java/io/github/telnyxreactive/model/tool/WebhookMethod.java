package io.github.telnyxreactive.model.tool;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.github.telnyxreactive.internal.model.Models;

/**
 * The HTTP method of a webhook. Values unknown to this library are kept as received.
 *
 * @param value the value on the wire
 */
public record WebhookMethod(@JsonValue String value) {

    /** GET. */
    public static final WebhookMethod GET = new WebhookMethod("GET");

    /** POST. */
    public static final WebhookMethod POST = new WebhookMethod("POST");

    /** PUT. */
    public static final WebhookMethod PUT = new WebhookMethod("PUT");

    /** DELETE. */
    public static final WebhookMethod DELETE = new WebhookMethod("DELETE");

    /** PATCH. */
    public static final WebhookMethod PATCH = new WebhookMethod("PATCH");

    /**
     * Creates an instance with the given value, which need not be one of the constants.
     *
     * @param value the value on the wire
     */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public WebhookMethod {
        Models.required(value, "method");
    }

    @Override
    public String toString() {
        return value;
    }
}
