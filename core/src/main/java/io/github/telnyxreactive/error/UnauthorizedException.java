package io.github.telnyxreactive.error;

/** The API key is missing or wrong: status 401. */
public final class UnauthorizedException extends ApiException {

    private static final long serialVersionUID = 1L;

    UnauthorizedException(FailedCall call, ErrorBody body) {
        super(
                call,
                Delivery.SETTLED,
                body,
                "the API key is not valid",
                "Check the key, in TELNYX_API_KEY or in the builder of the client.");
    }
}
