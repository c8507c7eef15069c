package io.github.telnyxreactive.error;

/** The API key does not permit the operation: status 403. */
public final class PermissionDeniedException extends ApiException {

    private static final long serialVersionUID = 1L;

    /**
     * Creates the exception.
     *
     * @param call what is known of the call, with the response
     * @param errors what the response says went wrong
     */
    public PermissionDeniedException(FailedCall call, ApiErrors errors) {
        super(
                call,
                Delivery.SETTLED,
                errors,
                "the API key does not permit this",
                "Use a key of an account that may do this.");
    }
}
