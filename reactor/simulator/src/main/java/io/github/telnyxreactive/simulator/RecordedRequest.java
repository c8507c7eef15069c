package io.github.telnyxreactive.simulator;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A request that the simulator received, and what became of it.
 *
 * @param operation the name of the operation, {@code assistants.tests.list} for example; {@code null} if none matched
 * @param method the HTTP method
 * @param uri the path and the query as they came, with the path of the base URL
 * @param protocol {@code HTTP/1.1} or {@code HTTP/2.0}
 * @param headers the header fields, their names in lower case
 * @param body the body, empty if there was none
 * @param fault the name of the fault that was applied, {@code null} for none
 * @param status the HTTP status of the answer, {@code null} if none was sent (yet)
 * @param at when the request was received, by the simulator's clock
 */
public record RecordedRequest(
        @Nullable String operation,
        String method,
        String uri,
        String protocol,
        Map<String, List<String>> headers,
        byte[] body,
        @Nullable String fault,
        @Nullable Integer status,
        Instant at) {

    private static final String AUTHORIZATION = "authorization";

    /** Copies what could change. */
    public RecordedRequest {
        Map<String, List<String>> copy = new LinkedHashMap<>();
        headers.forEach((name, values) -> copy.put(name, List.copyOf(values)));
        headers = Collections.unmodifiableMap(copy);
        body = body.clone();
    }

    /**
     * Returns the body.
     *
     * @return a copy of the body, empty if there was none
     */
    @Override
    public byte[] body() {
        return body.clone();
    }

    /**
     * Returns the body as text.
     *
     * @return the body, read as UTF-8
     */
    public String text() {
        return new String(body, StandardCharsets.UTF_8);
    }

    /**
     * Returns the value of a header field.
     *
     * @param name the name of the field, in lower case
     * @return its first value, {@code null} if the request has none
     */
    public @Nullable String header(String name) {
        List<String> values = headers.get(name);
        return values == null || values.isEmpty() ? null : values.get(0);
    }

    RecordedRequest withStatus(@Nullable Integer answered) {
        return new RecordedRequest(operation, method, uri, protocol, headers, body, fault, answered, at);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof RecordedRequest request
                && Objects.equals(operation, request.operation)
                && method.equals(request.method)
                && uri.equals(request.uri)
                && protocol.equals(request.protocol)
                && headers.equals(request.headers)
                && Arrays.equals(body, request.body)
                && Objects.equals(fault, request.fault)
                && Objects.equals(status, request.status)
                && at.equals(request.at);
    }

    @Override
    public int hashCode() {
        return Objects.hash(operation, method, uri, protocol, headers, Arrays.hashCode(body), fault, status, at);
    }

    /** Returns a description that does not show the API key. */
    @Override
    public String toString() {
        Map<String, Object> shown = new TreeMap<>(headers);
        shown.computeIfPresent(AUTHORIZATION, (name, value) -> "[hidden]");
        return "RecordedRequest[operation=" + operation + ", method=" + method + ", uri=" + uri + ", protocol="
                + protocol + ", headers=" + shown + ", body=" + body.length + " bytes, fault=" + fault + ", status="
                + status + ", at=" + at + "]";
    }
}
