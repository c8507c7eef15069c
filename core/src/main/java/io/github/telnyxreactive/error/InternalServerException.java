package io.github.telnyxreactive.error;

/** The service or a gateway failed: a status of 500 or above. */
public final class InternalServerException extends ApiException {

    private static final long serialVersionUID = 1L;

    /**
     * Creates the exception.
     *
     * @param call the failed call, with its response
     * @param delivery how far the request got
     * @param errors the errors that the response reports
     */
    public InternalServerException(FailedCall call, Delivery delivery, ApiErrors errors) {
        super(call, delivery, errors, "the service failed", "Try again later; if it persists, report the request id.");
    }
}
