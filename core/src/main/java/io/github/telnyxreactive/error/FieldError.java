package io.github.telnyxreactive.error;

import java.io.Serializable;

/**
 * One field of a request that the service does not accept.
 *
 * @param location where the field is, {@code body.rubric.0.name} for example
 * @param message what is wrong with it
 * @param type the kind of error, as the service names it
 */
public record FieldError(String location, String message, String type) implements Serializable {

    String summary() {
        return (location + " " + message).trim();
    }
}
