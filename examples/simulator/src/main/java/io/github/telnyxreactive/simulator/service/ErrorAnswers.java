package io.github.telnyxreactive.simulator.service;

import java.util.List;

/** The answers that say what went wrong, in the envelope of the API. */
public final class ErrorAnswers {

    private ErrorAnswers() {}

    /**
     * Says what went wrong.
     *
     * @param status the HTTP status
     * @param code the code of the API
     * @param title what kind of error this is
     * @param detail what is wrong with this request
     * @return the answer
     */
    public static ApiResponse error(int status, String code, String title, String detail) {
        return ApiResponse.json(status, new Envelope(List.of(new ApiError(code, title, detail))));
    }

    /**
     * Says that there were too many requests.
     *
     * @return the answer, with status 429
     */
    public static ApiResponse tooManyRequests() {
        return error(429, "10011", "Too many requests", "The limit of requests in this window of time is used up");
    }

    /**
     * Says that the service failed.
     *
     * @return the answer, with status 500
     */
    public static ApiResponse internalServerError() {
        return error(500, "500", "Internal server error", "The request could not be carried out");
    }

    /**
     * Says that the service is not there.
     *
     * @return the answer, with status 503
     */
    public static ApiResponse serviceUnavailable() {
        return error(503, "10016", "Service unavailable", "The service does not take requests at present");
    }

    /**
     * Says that the request cannot be understood.
     *
     * @param detail what is wrong with it
     * @return the answer, with status 400
     */
    public static ApiResponse badRequest(String detail) {
        return error(400, "10015", "Bad request", detail);
    }

    /**
     * Says that the method is not one of the path.
     *
     * @param method the method of the request
     * @param allowed the methods of the path, separated by commas
     * @return the answer, with status 405
     */
    public static ApiResponse methodNotAllowed(String method, String allowed) {
        return error(405, "405", "Method not allowed", "The path takes " + allowed + ", not " + method)
                .withHeader("allow", allowed);
    }

    /**
     * Says that something does not exist.
     *
     * @param what what does not exist
     * @return the answer, with status 404
     */
    public static ApiResponse notFound(String what) {
        return error(404, "10005", "Resource not found", "There is no " + what);
    }

    static ApiResponse unauthorised() {
        return error(401, "10009", "Authentication failed", "The API key is missing or not valid");
    }

    static ApiResponse keyInProgress() {
        return error(409, "10036", "Request in progress", "The first request with this key is not answered yet");
    }

    static ApiResponse keyReused() {
        return error(422, "10027", "Idempotency key reused", "The first request with this key had another body");
    }

    static ApiResponse invalid(List<Violation> violations) {
        return ApiResponse.json(422, new ValidationEnvelope(violations));
    }

    private record Envelope(List<ApiError> errors) {}

    private record ApiError(String code, String title, String detail) {}

    private record ValidationEnvelope(List<Violation> detail) {}
}
