package io.github.telnyxreactive.error;

/** The service does not accept the request: status 400. */
public final class BadRequestException extends ApiException {

    private static final long serialVersionUID = 1L;

    /**
     * Creates the exception.
     *
     * @param call what is known of the call, with the response
     * @param errors what the response says went wrong
     */
    public BadRequestException(FailedCall call, ApiErrors errors) {
        super(call, Delivery.SETTLED, errors, "the service does not accept the request", "Correct the request.");
    }
}
