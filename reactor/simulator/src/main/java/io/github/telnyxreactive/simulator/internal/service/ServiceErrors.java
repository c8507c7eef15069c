package io.github.telnyxreactive.simulator.internal.service;

import java.util.List;

/** The error responses, in the envelopes of the API. */
public final class ServiceErrors {

    private ServiceErrors() {}

    /**
     * Creates an error response.
     *
     * @param status the HTTP status
     * @param code the error code of the API
     * @param title the kind of error
     * @param detail what is wrong with this request
     * @return the response
     */
    public static ServiceResponse error(int status, String code, String title, String detail) {
        return ServiceResponse.json(status, new Envelope(List.of(new ApiError(code, title, detail))));
    }

    /**
     * Creates the response to a request beyond the rate limit.
     *
     * @return the response, with status 429
     */
    public static ServiceResponse tooManyRequests() {
        return error(429, "10011", "Too many requests", "The rate limit of the current window is exhausted");
    }

    /**
     * Creates the response for a failure of the service.
     *
     * @return the response, with status 500
     */
    public static ServiceResponse internalServerError() {
        return error(500, "500", "Internal server error", "The request could not be processed");
    }

    /**
     * Creates the response of a service that is unavailable.
     *
     * @return the response, with status 503
     */
    public static ServiceResponse serviceUnavailable() {
        return error(503, "10016", "Service unavailable", "The service is temporarily unavailable");
    }

    /**
     * Creates the response to a malformed request.
     *
     * @param detail what is wrong with the request
     * @return the response, with status 400
     */
    public static ServiceResponse badRequest(String detail) {
        return error(400, "10015", "Bad request", detail);
    }

    /**
     * Creates the response to a request whose method the path does not support.
     *
     * @param method the method of the request
     * @param allowed the methods that the path supports, separated by commas
     * @return the response, with status 405
     */
    public static ServiceResponse methodNotAllowed(String method, String allowed) {
        return error(405, "405", "Method not allowed", "The path supports " + allowed + ", but not " + method)
                .withHeader("allow", allowed);
    }

    /**
     * Creates the response for something that does not exist.
     *
     * @param what the kind of thing that does not exist
     * @return the response, with status 404
     */
    public static ServiceResponse notFound(String what) {
        return error(404, "10005", "Resource not found", "No such " + what);
    }

    /**
     * Creates the response to a request whose API key is not accepted.
     *
     * @return the response, with status 401
     */
    public static ServiceResponse unauthorized() {
        return error(401, "10009", "Authentication failed", "The API key is missing or invalid");
    }

    static ServiceResponse allLinesInUse() {
        return error(429, "10011", "Too many requests", "All lines are in use");
    }

    static ServiceResponse keyInProgress() {
        return error(409, "10036", "Request in progress", "The first request with this key is still in progress");
    }

    static ServiceResponse keyReused() {
        return error(422, "10027", "Idempotency key reused", "The first request with this key had a different body");
    }

    static ServiceResponse invalid(List<Violation> violations) {
        return ServiceResponse.json(422, new ValidationEnvelope(violations));
    }

    private record Envelope(List<ApiError> errors) {}

    private record ApiError(String code, String title, String detail) {}

    private record ValidationEnvelope(List<Violation> detail) {}
}
