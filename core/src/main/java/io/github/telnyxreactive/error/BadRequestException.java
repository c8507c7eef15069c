package io.github.telnyxreactive.error;

/** The service does not accept the request: status 400. */
public final class BadRequestException extends ApiException {

    private static final long serialVersionUID = 1L;

    BadRequestException(FailedCall call, ErrorBody body) {
        super(call, Delivery.SETTLED, body, "the service does not accept the request", "Correct the request.");
    }
}
