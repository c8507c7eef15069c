package io.github.telnyxreactive.error;

/** The requested resource does not exist: status 404. */
public final class NotFoundException extends ApiException {

    private static final long serialVersionUID = 1L;

    /**
     * Creates the exception.
     *
     * @param call the failed call, with its response
     * @param errors the errors that the response reports
     */
    public NotFoundException(FailedCall call, ApiErrors errors) {
        super(
                call,
                Delivery.SETTLED,
                errors,
                "there is no such resource",
                "Check the ids and names in the request, and the base URL.");
    }
}
