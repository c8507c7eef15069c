package io.github.telnyxreactive.error;

/**
 * The request conflicts with the state of the service: status 409. While the service is still processing the first
 * request with the same idempotency key, the client retries automatically; this exception is then emitted only if the
 * retries fail.
 */
public final class ConflictException extends ApiException {

    private static final long serialVersionUID = 1L;

    /**
     * Creates the exception.
     *
     * @param call the failed call, with its response
     * @param delivery how far the request got
     * @param errors the errors that the response reports
     */
    public ConflictException(FailedCall call, Delivery delivery, ApiErrors errors) {
        super(
                call,
                delivery,
                errors,
                "the request conflicts with the state of the service",
                "Read the current state, and decide again.");
    }
}
