package io.github.telnyxreactive.operation;

/** The HTTP methods that the API uses. */
public enum HttpMethod {
    /** Reads. */
    GET,
    /** Creates or acts. */
    POST,
    /** Replaces. */
    PUT,
    /** Changes in part. */
    PATCH,
    /** Removes. */
    DELETE
}
