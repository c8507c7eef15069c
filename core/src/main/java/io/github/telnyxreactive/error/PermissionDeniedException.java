package io.github.telnyxreactive.error;

/** The API key does not permit the operation: status 403. */
public final class PermissionDeniedException extends ApiException {

    private static final long serialVersionUID = 1L;

    PermissionDeniedException(FailedCall call, ErrorBody body) {
        super(
                call,
                Delivery.SETTLED,
                body,
                "the API key does not permit this",
                "Use a key of an account that may do this.");
    }
}
