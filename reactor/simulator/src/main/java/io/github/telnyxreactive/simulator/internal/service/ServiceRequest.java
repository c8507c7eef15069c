package io.github.telnyxreactive.simulator.internal.service;

import io.github.telnyxreactive.operation.Endpoint;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A request to an endpoint.
 *
 * @param endpoint the endpoint
 * @param path the raw path, without the query
 * @param pathValues the decoded values of the path variables, in order
 * @param query the decoded query parameters
 * @param headers the headers, with names in lower case
 * @param body the body, empty if there is none; not copied
 * @param repeatsForgotten whether it repeats a request that succeeded, and whose idempotency key has expired
 */
public record ServiceRequest(
        Endpoint<?> endpoint,
        String path,
        List<String> pathValues,
        Map<String, List<String>> query,
        Map<String, List<String>> headers,
        byte[] body,
        boolean repeatsForgotten) {

    /** Returns a copy that repeats a request whose idempotency key has expired. */
    ServiceRequest repeatingForgotten() {
        return new ServiceRequest(endpoint, path, pathValues, query, headers, body, true);
    }

    /** Returns the first path variable: the id or the name of the resource. */
    String id() {
        return pathValues.get(0);
    }

    /** Returns the second path variable: the id or the name of something that belongs to the resource. */
    String subId() {
        return pathValues.get(1);
    }

    @Nullable String header(String name) {
        List<String> values = headers.get(name);
        return values == null || values.isEmpty() ? null : values.get(0);
    }

    /** Returns the last value of a query parameter. */
    @Nullable String queryParameter(String name) {
        List<String> values = query.get(name);
        return values == null || values.isEmpty() ? null : values.get(values.size() - 1);
    }

    @Override
    public String toString() {
        return endpoint + " " + path;
    }
}
