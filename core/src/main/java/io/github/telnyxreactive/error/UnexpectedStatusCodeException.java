package io.github.telnyxreactive.error;

/** The answer has a status that the operation does not know, a redirect for example, which is never followed. */
public final class UnexpectedStatusCodeException extends ApiException {

    private static final long serialVersionUID = 1L;

    UnexpectedStatusCodeException(FailedCall call, Delivery delivery, ErrorBody body) {
        super(
                call,
                delivery,
                body,
                "the status is not one that the operation knows",
                "Check that the base URL leads to the service itself, not to a redirect, a login page or a proxy.");
    }
}
