package io.github.telnyxreactive.error;

/** The API key does not permit the operation: status 403. */
public final class PermissionDeniedException extends ApiException {

    private static final long serialVersionUID = 1L;

    /**
     * Creates the exception.
     *
     * @param call the failed call, with its response
     * @param errors the errors that the response reports
     */
    public PermissionDeniedException(FailedCall call, ApiErrors errors) {
        super(
                call,
                Delivery.SETTLED,
                errors,
                "the API key does not permit the operation",
                "Use the key of an account that has the permission.");
    }
}
