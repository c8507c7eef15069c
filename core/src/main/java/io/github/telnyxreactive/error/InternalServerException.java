package io.github.telnyxreactive.error;

/** The service or a gateway failed: a status of 500 or above. */
public final class InternalServerException extends ApiException {

    private static final long serialVersionUID = 1L;

    /**
     * Creates the exception.
     *
     * @param call what is known of the call, with the response
     * @param delivery how far the request got, which decides whether it may be sent again
     * @param errors what the response says went wrong
     */
    public InternalServerException(FailedCall call, Delivery delivery, ApiErrors errors) {
        super(call, delivery, errors, "the service failed", "Try again later; if it lasts, report the request id.");
    }
}
