package io.github.telnyxreactive.error;

/** The service or a gateway failed: a status of 500 or above. */
public final class InternalServerException extends ApiException {

    private static final long serialVersionUID = 1L;

    InternalServerException(FailedCall call, Delivery delivery, ErrorBody body) {
        super(call, delivery, body, "the service failed", "Try again later; if it lasts, report the request id.");
    }
}
