package io.github.telnyxreactive.error;

import java.io.Serializable;

/**
 * A part of a request that the service would not accept.
 *
 * @param field the location of the part, with the field names of the JSON, {@code rubric[0].name} for example
 * @param message what is wrong with it
 */
public record Violation(String field, String message) implements Serializable {

    @Override
    public String toString() {
        return field + " " + message;
    }
}
