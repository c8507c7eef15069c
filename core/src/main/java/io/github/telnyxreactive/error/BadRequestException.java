package io.github.telnyxreactive.error;

/** The service does not accept the request: status 400. */
public final class BadRequestException extends ApiException {

    private static final long serialVersionUID = 1L;

    /**
     * Creates the exception.
     *
     * @param call the failed call, with its response
     * @param errors the errors that the response reports
     */
    public BadRequestException(FailedCall call, ApiErrors errors) {
        super(call, Delivery.SETTLED, errors, "the service does not accept the request", "Correct the request.");
    }
}
