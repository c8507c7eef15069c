package io.github.telnyxreactive.error;

import java.io.Serializable;

/**
 * Something in a request that the service would not accept.
 *
 * @param field where it is, {@code rubric[0].name} for example, by the names on the wire
 * @param message what is wrong with it
 */
public record Violation(String field, String message) implements Serializable {

    @Override
    public String toString() {
        return field + " " + message;
    }
}
