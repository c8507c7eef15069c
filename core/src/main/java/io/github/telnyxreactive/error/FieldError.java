package io.github.telnyxreactive.error;

import java.io.Serializable;

/**
 * A field of a request that the service does not accept.
 *
 * @param location the location of the field, {@code body.rubric.0.name} for example
 * @param message what is wrong with it
 * @param type the type of the error, as named by the service
 */
public record FieldError(String location, String message, String type) implements Serializable {

    String summary() {
        return (location + " " + message).trim();
    }
}
