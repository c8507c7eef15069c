package io.github.telnyxreactive.error;

/** What the request names does not exist: status 404. */
public final class NotFoundException extends ApiException {

    private static final long serialVersionUID = 1L;

    NotFoundException(FailedCall call, ErrorBody body) {
        super(
                call,
                Delivery.SETTLED,
                body,
                "there is no such resource",
                "Check the ids and names in the request, and the base URL.");
    }
}
