package io.github.telnyxreactive.simulator.internal.service;

import io.github.telnyxreactive.json.TelnyxJson;
import java.io.ByteArrayOutputStream;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An answer of the service. It is immutable, save that its body is not copied. */
public final class ServiceResponse {

    private static final byte[] NOTHING = new byte[0];

    private final int status;
    private final Map<String, String> headers;
    private final byte[] body;
    private final List<byte[]> parts;
    private final @Nullable ListBody list;

    private ServiceResponse(
            int status, Map<String, String> headers, byte[] body, List<byte[]> parts, @Nullable ListBody list) {
        this.status = status;
        this.headers = headers;
        this.body = body;
        this.parts = parts;
        this.list = list;
    }

    /**
     * Creates an answer that has a JSON body.
     *
     * @param status the HTTP status
     * @param value what to write
     * @return the answer
     */
    public static ServiceResponse json(int status, Object value) {
        return of(status, "application/json", TelnyxJson.write(value));
    }

    /**
     * Creates an answer that has a body.
     *
     * @param status the HTTP status
     * @param contentType the type of the body
     * @param body the body
     * @return the answer
     */
    public static ServiceResponse of(int status, String contentType, byte[] body) {
        return new ServiceResponse(status, Map.of("content-type", contentType), body, List.of(), null);
    }

    /**
     * Creates an answer whose body is sent part by part.
     *
     * @param status the HTTP status
     * @param contentType the type of the body
     * @param parts the parts of the body, at least one
     * @return the answer
     */
    public static ServiceResponse stream(int status, String contentType, List<byte[]> parts) {
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        parts.forEach(whole::writeBytes);
        return new ServiceResponse(
                status, Map.of("content-type", contentType), whole.toByteArray(), List.copyOf(parts), null);
    }

    /**
     * Creates an answer that is a list in JSON.
     *
     * @param list the list
     * @return the answer, with status 200
     */
    static ServiceResponse list(ListBody list) {
        return new ServiceResponse(200, Map.of("content-type", "application/json"), NOTHING, List.of(), list);
    }

    /**
     * Creates an answer without a body.
     *
     * @param status the HTTP status
     * @return the answer
     */
    public static ServiceResponse empty(int status) {
        return new ServiceResponse(status, Map.of(), NOTHING, List.of(), null);
    }

    /**
     * Adds a header field.
     *
     * @param name its name, in lower case
     * @param value its value
     * @return an answer that has this field too
     */
    public ServiceResponse withHeader(String name, String value) {
        Map<String, String> extended = new LinkedHashMap<>(headers);
        extended.put(name, value);
        return new ServiceResponse(status, Collections.unmodifiableMap(extended), body, parts, list);
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
     * Tells whether the request succeeded.
     *
     * @return whether the status is one of the 200s
     */
    public boolean isSuccess() {
        return status / 100 == 2;
    }

    /**
     * Returns the header fields.
     *
     * @return the fields, their names in lower case
     */
    public Map<String, String> headers() {
        return headers;
    }

    /**
     * Returns the parts that the body is sent in.
     *
     * @return the parts, empty if it is sent as a whole; not copies
     */
    public List<byte[]> parts() {
        return parts;
    }

    /**
     * Tells whether the body is sent part by part.
     *
     * @return whether it is
     */
    public boolean isStream() {
        return !parts.isEmpty();
    }

    /**
     * Returns the list that the body is.
     *
     * @return the list, {@code null} if the body is something else
     */
    public @Nullable ListBody list() {
        return list;
    }

    /**
     * Returns the body.
     *
     * @return the body, empty if there is none; not a copy, save that a list is written anew each time
     */
    public byte[] body() {
        return list == null ? body : list.whole();
    }

    @Override
    public String toString() {
        return status + " with " + (list == null ? body.length + " bytes" : "a list");
    }
}
