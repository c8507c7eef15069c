package io.github.telnyxreactive.operation;

/** The HTTP methods that the API uses. */
public enum HttpMethod {
    /** Retrieves. */
    GET,
    /** Creates or triggers. */
    POST,
    /** Replaces. */
    PUT,
    /** Updates partially. */
    PATCH,
    /** Deletes. */
    DELETE
}
