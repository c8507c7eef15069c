package io.github.telnyxreactive.error;

/** The request conflicts with the state of the service: status 409. If the service is still busy with the first request of the same idempotency key, the call is repeated on its own, and this comes out only when that has not helped. */
public final class ConflictException extends ApiException {

    private static final long serialVersionUID = 1L;

    ConflictException(FailedCall call, Delivery delivery, ErrorBody body) {
        super(
                call,
                delivery,
                body,
                "the request conflicts with the state of the service",
                "Read what is there, and decide again.");
    }
}
