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
 * A request that the simulator received, and its outcome. Immutable; created by the simulator only.
 *
 * @param operation the name of the operation, for example {@code assistants.tests.list}; {@code null} if none matched
 * @param method the HTTP method
 * @param uri the raw path and query as received, including the path of the base URL
 * @param protocol {@code HTTP/1.1} or {@code HTTP/2.0}
 * @param headers the headers, with names in lower case
 * @param body the body, empty if there was none
 * @param fault the name of the fault that was applied, {@code null} for none
 * @param status the HTTP status of the response, {@code null} if none has been sent
 * @param receivedAt when the request was received, by the simulator's clock
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
        Instant receivedAt) {

    private static final String AUTHORIZATION = "authorization";

    /** Creates a recorded request; headers and body are copied. */
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
     * @return the body, decoded as UTF-8
     */
    public String text() {
        return new String(body, StandardCharsets.UTF_8);
    }

    /**
     * Returns the first value of a header.
     *
     * @param name the name of the header, in lower case
     * @return the value, {@code null} if the request does not have the header
     */
    public @Nullable String header(String name) {
        List<String> values = headers.get(name);
        return values == null || values.isEmpty() ? null : values.get(0);
    }

    RecordedRequest withStatus(@Nullable Integer newStatus) {
        return new RecordedRequest(operation, method, uri, protocol, headers, body, fault, newStatus, receivedAt);
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
                && receivedAt.equals(request.receivedAt);
    }

    @Override
    public int hashCode() {
        return Objects.hash(
                operation, method, uri, protocol, headers, Arrays.hashCode(body), fault, status, receivedAt);
    }

    /** Returns a description in which the API key is hidden. */
    @Override
    public String toString() {
        Map<String, Object> shown = new TreeMap<>(headers);
        shown.computeIfPresent(AUTHORIZATION, (name, value) -> "[hidden]");
        return "RecordedRequest[operation=" + operation + ", method=" + method + ", uri=" + uri + ", protocol="
                + protocol + ", headers=" + shown + ", body=" + body.length + " bytes, fault=" + fault + ", status="
                + status + ", receivedAt=" + receivedAt + "]";
    }
}
