package io.github.telnyxreactive.error;

/**
 * The response has a status that the operation does not define, a redirect for example. Redirects are never followed.
 */
public final class UnexpectedStatusCodeException extends ApiException {

    private static final long serialVersionUID = 1L;

    /**
     * Creates the exception.
     *
     * @param call the failed call, with its response
     * @param delivery how far the request got
     * @param errors the errors that the response reports
     */
    public UnexpectedStatusCodeException(FailedCall call, Delivery delivery, ApiErrors errors) {
        super(
                call,
                delivery,
                errors,
                "the operation does not define this status",
                "Check that the base URL is that of the service itself, not of a redirect, a login page or a proxy.");
    }
}
