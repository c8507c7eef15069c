package io.github.telnyxreactive.error;

/** The request conflicts with the state of the service: status 409. If the service is still busy with the first request of the same idempotency key, the call is repeated on its own, and this comes out only when that has not helped. */
public final class ConflictException extends ApiException {

    private static final long serialVersionUID = 1L;

    /**
     * Creates the exception.
     *
     * @param call what is known of the call, with the response
     * @param delivery how far the request got, which decides whether it may be sent again
     * @param errors what the response says went wrong
     */
    public ConflictException(FailedCall call, Delivery delivery, ApiErrors errors) {
        super(
                call,
                delivery,
                errors,
                "the request conflicts with the state of the service",
                "Read what is there, and decide again.");
    }
}
