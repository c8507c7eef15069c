package io.github.telnyxreactive.operation;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.provider.Arguments;

/** Factory methods shared by the tables of calls. */
final class Calls {

    private Calls() {}

    /** Returns a call with its expected endpoint, URI and body. */
    static Arguments call(Operation<?> operation, Endpoint<?> endpoint, String uri, @Nullable String body) {
        return Arguments.of(operation, endpoint, uri, body);
    }

    static Arguments call(Operation<?> operation, Endpoint<?> endpoint, String uri) {
        return call(operation, endpoint, uri, null);
    }
}
