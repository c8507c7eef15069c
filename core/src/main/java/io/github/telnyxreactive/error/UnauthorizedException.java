package io.github.telnyxreactive.error;

/** The API key is missing or wrong: status 401. */
public final class UnauthorizedException extends ApiException {

    private static final long serialVersionUID = 1L;

    /**
     * Creates the exception.
     *
     * @param call the failed call, with its response
     * @param errors the errors that the response reports
     */
    public UnauthorizedException(FailedCall call, ApiErrors errors) {
        super(
                call,
                Delivery.SETTLED,
                errors,
                "the API key is not valid",
                "Check the key, in TELNYX_API_KEY or in the builder of the client.");
    }
}
