package io.github.telnyxreactive.simulator.internal.service;

import io.github.telnyxreactive.json.TelnyxJson;
import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A response of the service. Immutable, except that the bytes of its body are not copied. */
public final class ServiceResponse {

    private static final byte[] EMPTY = new byte[0];
    private static final Map<String, String> JSON = Map.of("content-type", "application/json");

    private final int status;
    private final Map<String, String> headers;
    private final Supplier<byte[]> body;
    private final List<byte[]> parts;
    private final @Nullable ListBody list;
    private final @Nullable Instant due;

    private ServiceResponse(
            int status,
            Map<String, String> headers,
            Supplier<byte[]> body,
            List<byte[]> parts,
            @Nullable ListBody list,
            @Nullable Instant due) {
        this.status = status;
        this.headers = headers;
        this.body = body;
        this.parts = parts;
        this.list = list;
        this.due = due;
    }

    /**
     * Creates a response with a JSON body.
     *
     * @param status the HTTP status
     * @param value the value to write as JSON
     * @return the response
     */
    public static ServiceResponse json(int status, Object value) {
        return of(status, "application/json", TelnyxJson.write(value));
    }

    /**
     * Creates a response with a JSON body that is written on each call of {@link #body()}, so that it takes no memory.
     *
     * @param status the HTTP status
     * @param value supplies the value to write as JSON, the same each time
     * @return the response
     */
    static ServiceResponse json(int status, Supplier<?> value) {
        return new ServiceResponse(status, JSON, () -> TelnyxJson.write(value.get()), List.of(), null, null);
    }

    /**
     * Creates a response with a body.
     *
     * @param status the HTTP status
     * @param contentType the content type of the body
     * @param body the body
     * @return the response
     */
    public static ServiceResponse of(int status, String contentType, byte[] body) {
        return new ServiceResponse(status, Map.of("content-type", contentType), () -> body, List.of(), null, null);
    }

    /**
     * Creates a streamed response, whose body is sent in parts.
     *
     * @param status the HTTP status
     * @param contentType the content type of the body
     * @param parts the parts of the body, at least one
     * @return the response
     */
    public static ServiceResponse stream(int status, String contentType, List<byte[]> parts) {
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        parts.forEach(whole::writeBytes);
        return new ServiceResponse(
                status, Map.of("content-type", contentType), whole::toByteArray, List.copyOf(parts), null, null);
    }

    /**
     * Creates a response whose body is a JSON list.
     *
     * @param list the list
     * @return the response, with status 200
     */
    static ServiceResponse list(ListBody list) {
        return new ServiceResponse(200, JSON, list::whole, List.of(), list, null);
    }

    /**
     * Creates a response without a body.
     *
     * @param status the HTTP status
     * @return the response
     */
    public static ServiceResponse empty(int status) {
        return new ServiceResponse(status, Map.of(), () -> EMPTY, List.of(), null, null);
    }

    /**
     * Returns a copy with an additional header.
     *
     * @param name the name of the header, in lower case
     * @param value the value of the header
     * @return the copy
     */
    public ServiceResponse withHeader(String name, String value) {
        Map<String, String> extended = new LinkedHashMap<>(headers);
        extended.put(name, value);
        return new ServiceResponse(status, Collections.unmodifiableMap(extended), body, parts, list, due);
    }

    /** Returns a copy that is not sent before the given time. */
    ServiceResponse notBefore(Instant time) {
        return new ServiceResponse(status, headers, body, parts, list, time);
    }

    /**
     * Returns when the response can be sent.
     *
     * @return the time by the clock of the simulator, {@code null} if it can be sent at once
     */
    public @Nullable Instant due() {
        return due;
    }

    /**
     * Returns the HTTP status.
     *
     * @return the status
     */
    public int status() {
        return status;
    }

    /**
     * Returns whether the request succeeded.
     *
     * @return whether the status is 2xx
     */
    public boolean isSuccess() {
        return status / 100 == 2;
    }

    /**
     * Returns the headers.
     *
     * @return the headers, with names in lower case
     */
    public Map<String, String> headers() {
        return headers;
    }

    /**
     * Returns the parts of a streamed body.
     *
     * @return the parts, empty if the response is not streamed; not copied
     */
    public List<byte[]> parts() {
        return parts;
    }

    /**
     * Returns whether the response is streamed.
     *
     * @return whether the body is sent in parts
     */
    public boolean isStream() {
        return !parts.isEmpty();
    }

    /**
     * Returns the list in the body.
     *
     * @return the list, {@code null} if the body is not a list
     */
    public @Nullable ListBody list() {
        return list;
    }

    /**
     * Returns the body.
     *
     * @return the body, empty if there is none; not copied, but some bodies are written on each call
     */
    public byte[] body() {
        return body.get();
    }

    @Override
    public String toString() {
        return status + " with " + (list == null ? body.get().length + " bytes" : "a list");
    }
}
