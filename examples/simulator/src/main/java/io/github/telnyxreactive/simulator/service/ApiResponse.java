package io.github.telnyxreactive.simulator.service;

import io.github.telnyxreactive.json.JsonCodec;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** An answer of the service. It is immutable, save that its body is not copied. */
public final class ApiResponse {

    private static final byte[] NOTHING = new byte[0];

    private final int status;
    private final Map<String, String> headers;
    private final byte[] body;

    private ApiResponse(int status, Map<String, String> headers, byte[] body) {
        this.status = status;
        this.headers = headers;
        this.body = body;
    }

    /**
     * Creates an answer that has a JSON body.
     *
     * @param status the HTTP status
     * @param value what to write
     * @return the answer
     */
    public static ApiResponse json(int status, Object value) {
        return of(status, "application/json", JsonCodec.write(value));
    }

    /**
     * Creates an answer that has a body.
     *
     * @param status the HTTP status
     * @param contentType the type of the body
     * @param body the body
     * @return the answer
     */
    public static ApiResponse of(int status, String contentType, byte[] body) {
        return new ApiResponse(status, Map.of("content-type", contentType), body);
    }

    /**
     * Creates an answer without a body.
     *
     * @param status the HTTP status
     * @return the answer
     */
    public static ApiResponse empty(int status) {
        return new ApiResponse(status, Map.of(), NOTHING);
    }

    /**
     * Adds a header field.
     *
     * @param name its name, in lower case
     * @param value its value
     * @return an answer that has this field too
     */
    public ApiResponse withHeader(String name, String value) {
        Map<String, String> extended = new LinkedHashMap<>(headers);
        extended.put(name, value);
        return new ApiResponse(status, Collections.unmodifiableMap(extended), body);
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
     * Returns the body.
     *
     * @return the body, empty if there is none; not a copy
     */
    public byte[] body() {
        return body;
    }

    @Override
    public String toString() {
        return status + " with " + body.length + " bytes";
    }
}
