package io.github.telnyxreactive.error;

/** The answer has a status that the operation does not know, a redirect for example, which is never followed. */
public final class UnexpectedStatusCodeException extends ApiException {

    private static final long serialVersionUID = 1L;

    /**
     * Creates the exception.
     *
     * @param call what is known of the call, with the response
     * @param delivery how far the request got, which decides whether it may be sent again
     * @param errors what the response says went wrong
     */
    public UnexpectedStatusCodeException(FailedCall call, Delivery delivery, ApiErrors errors) {
        super(
                call,
                delivery,
                errors,
                "the status is not one that the operation knows",
                "Check that the base URL leads to the service itself, not to a redirect, a login page or a proxy.");
    }
}
