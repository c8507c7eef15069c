package io.github.telnyxreactive.operation;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.provider.Arguments;

/** What the tables of calls have in common. */
final class Calls {

    private Calls() {}

    /** A call, the endpoint it is of, its URI, and its body. */
    static Arguments call(Operation<?> operation, Endpoint<?> endpoint, String uri, @Nullable String body) {
        return Arguments.of(operation, endpoint, uri, body);
    }

    static Arguments call(Operation<?> operation, Endpoint<?> endpoint, String uri) {
        return call(operation, endpoint, uri, null);
    }
}
