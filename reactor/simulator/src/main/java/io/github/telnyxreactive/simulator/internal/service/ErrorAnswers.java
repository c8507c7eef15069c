package io.github.telnyxreactive.simulator.internal.service;

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
    public static ServiceResponse error(int status, String code, String title, String detail) {
        return ServiceResponse.json(status, new Envelope(List.of(new ApiError(code, title, detail))));
    }

    /**
     * Says that there were too many requests.
     *
     * @return the answer, with status 429
     */
    public static ServiceResponse tooManyRequests() {
        return error(429, "10011", "Too many requests", "The limit of requests in this window of time is used up");
    }

    /**
     * Says that the service failed.
     *
     * @return the answer, with status 500
     */
    public static ServiceResponse internalServerError() {
        return error(500, "500", "Internal server error", "The request could not be carried out");
    }

    /**
     * Says that the service is not there.
     *
     * @return the answer, with status 503
     */
    public static ServiceResponse serviceUnavailable() {
        return error(503, "10016", "Service unavailable", "The service does not take requests at present");
    }

    /**
     * Says that the request cannot be understood.
     *
     * @param detail what is wrong with it
     * @return the answer, with status 400
     */
    public static ServiceResponse badRequest(String detail) {
        return error(400, "10015", "Bad request", detail);
    }

    /**
     * Says that the method is not one of the path.
     *
     * @param method the method of the request
     * @param allowed the methods of the path, separated by commas
     * @return the answer, with status 405
     */
    public static ServiceResponse methodNotAllowed(String method, String allowed) {
        return error(405, "405", "Method not allowed", "The path takes " + allowed + ", not " + method)
                .withHeader("allow", allowed);
    }

    /**
     * Says that something does not exist.
     *
     * @param what what does not exist
     * @return the answer, with status 404
     */
    public static ServiceResponse notFound(String what) {
        return error(404, "10005", "Resource not found", "There is no " + what);
    }

    static ServiceResponse unauthorised() {
        return error(401, "10009", "Authentication failed", "The API key is missing or not valid");
    }

    static ServiceResponse keyInProgress() {
        return error(409, "10036", "Request in progress", "The first request with this key is not answered yet");
    }

    static ServiceResponse keyReused() {
        return error(422, "10027", "Idempotency key reused", "The first request with this key had another body");
    }

    static ServiceResponse invalid(List<Violation> violations) {
        return ServiceResponse.json(422, new ValidationEnvelope(violations));
    }

    private record Envelope(List<ApiError> errors) {}

    private record ApiError(String code, String title, String detail) {}

    private record ValidationEnvelope(List<Violation> detail) {}
}
